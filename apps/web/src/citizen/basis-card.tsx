import type { Onlooker } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Pairs } from '../parts/pairs.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { whoWords } from './who-words.js';

const STATES = { live: undefined, opened: 'stateOpened', suspended: 'stateSuspended', ended: 'stateEnded', declined: 'stateDeclined' } as const satisfies Readonly<Record<Onlooker['state'], string | undefined>>;

interface BasisCardProps {
  readonly one: Onlooker;
  /** Absent: it is over. */
  readonly onEnd?: (one: Onlooker) => void;
}

/** Who, what, why, until when; and the way to end it. */
export function BasisCard({ one, onEnd }: BasisCardProps) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const { kind, state, viewer } = one;
  const mark = STATES[state];
  const who = terms.name(viewer);
  return (
    <article className="card basis" aria-label={who}>
      <h2>
        <bdi>{who}</bdi>
      </h2>
      {mark === undefined ? null : <p className="mark">{say(mark)}</p>}
      <Facts one={one} />
      {state === 'opened' ? <p className="hint">{say('stateOpenedText')}</p> : null}
      {kind === 'guardianship' ? <p className="hint">{say('guardianHint')}</p> : null}
      {onEnd === undefined || kind === 'guardianship' ? null : (
        <button className="warn wide" onClick={() => onEnd(one)} aria-label={`${say(state === 'opened' ? 'decline' : 'revoke')}: ${who}`}>
          {say(state === 'opened' ? 'decline' : 'revoke')}
        </button>
      )}
    </article>
  );
}

function Facts({ one: { basis, kind, scope, purposes, until } }: Pick<BasisCardProps, 'one'>) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const language = useLanguage();
  const why = [...purposes.map((purpose) => terms.purpose(purpose)), say(kind === 'consent' ? 'byConsent' : 'byGuardianship')];
  return (
    <Pairs
      facts={[
        [say('what'), terms.scope(scope)],
        [say('why'), why.join(' · ')],
        [say('lasts'), until === null ? say('noEnd') : inShanghai(language, 'both', until)],
        ...(kind === 'guardianship' ? [[say('registryNumber'), basis] as const] : []),
      ]}
    />
  );
}
