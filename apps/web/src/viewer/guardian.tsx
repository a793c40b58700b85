import { Link } from 'react-router';
import { inShanghai } from '../data/time.js';
import { Page } from '../parts/page.js';
import { Pairs } from '../parts/pairs.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { Enrolled } from './enrolled.js';
import { guardWords } from './guard-words.js';
import { type MyClaims, useMyClaims } from './my-claims.js';
import type { MyClaim, MyGuardianship } from './reads.js';

/** What somebody claimed, what came of it, and whose guardian they are. */
export function Guardian() {
  const say = useWords(guardWords);
  const { query, missing, isLate, isAwaited } = useMyClaims();
  const listed = query.error === null ? query.data?.claims : undefined;
  return (
    <Page title={say('guardian')} back="/viewer">
      <p>{say('intro')}</p>
      {/* Whatever becomes of reading the list: what was sent was received. */}
      {listed !== undefined || missing.length > 0 ? <Claims all={listed ?? []} missing={missing} isLate={isLate} /> : null}
      {isAwaited ? null : (
        <Enrolled query={query}>
          {(found) => (
            <>
              <Wards all={found.guardianships} />
              <Link className="button main wide" to="/viewer/claim">
                {say('claim')}
              </Link>
              <p className="hint gone">{say('agreeHint')}</p>
            </>
          )}
        </Enrolled>
      )}
    </Page>
  );
}

interface ClaimsProps extends Pick<MyClaims, 'missing' | 'isLate'> {
  readonly all: readonly MyClaim[];
}

function Claims({ all, missing, isLate }: ClaimsProps) {
  const say = useWords(guardWords);
  return (
    <section className="group">
      <h2>{say('claims')}</h2>
      {all.length + missing.length === 0 ? <p>{say('noClaims')}</p> : null}
      <ul className="cards">
        {missing.map((claim) => (
          <li key={claim} className="card">
            <h3>{say('entering')}</h3>
            <p>{say(isLate ? 'enteringLate' : 'enteringText')}</p>
          </li>
        ))}
        {all.map((one) => (
          <li key={one.claim} className="card">
            <Claimed one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATES = { received: 'received', confirmed: 'confirmed', closed: 'closed' } as const;
const REASONS = { unreadable: 'unreadable', expired: 'expired', 'authority-unknown': 'authorityUnknown', 'not-confirmed': 'notConfirmed' } as const;
const TEXTS = { received: 'receivedText', confirmed: 'confirmedText' } as const;

/** How it stands. Of a closed one it says what was wrong with the paper, and nothing of anybody. */
function Claimed({ one: { state, reason, receivedAt, label } }: { readonly one: MyClaim }) {
  const say = useWords(guardWords);
  const language = useLanguage();
  return (
    <>
      <h3>{say(STATES[state])}</h3>
      <p>{state === 'closed' ? say(REASONS[reason ?? 'not-confirmed']) : say(TEXTS[state])}</p>
      <Pairs facts={[...(label === null ? [] : [[say('called'), label] as const]), [say('receivedAt'), inShanghai(language, 'both', receivedAt)]]} />
    </>
  );
}

function Wards({ all }: { readonly all: readonly MyGuardianship[] }) {
  const say = useWords(guardWords);
  if (all.length === 0) return null;
  return (
    <section className="group">
      <h2>{say('wards')}</h2>
      <ul className="cards">
        {all.map((one) => (
          <li key={one.basis} className="card">
            <Ward one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ward({ one: { basis, scope, purposes, from, until, label, others } }: { readonly one: MyGuardianship }) {
  const say = useWords(guardWords);
  const terms = useTerms();
  const language = useLanguage();
  const names = others.map(({ name }) => terms.name(name)).join(', ');
  return (
    <Pairs
      facts={[
        ...(label === null ? [] : [[say('called'), label] as const]),
        [say('scope'), terms.scope(scope), 'sentence'],
        [say('why'), purposes.map((purpose) => terms.purpose(purpose)).join(' · '), 'sentence'],
        [say('from'), inShanghai(language, 'both', from)],
        [say('until'), inShanghai(language, 'both', until)],
        ...(names === '' ? [] : [[say('others'), names] as const]),
        [say('reference'), basis],
      ]}
    />
  );
}
