import type { Onlooker } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Pairs } from '../parts/pairs.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import { isEarly, isOver, wasAgreedTo } from './stands.js';
import { whoWords } from './who-words.js';

type Stand = Onlooker['state'] | 'early';

const MARKS = { early: 'stateEarly', live: undefined, opened: 'stateOpened', suspended: 'stateSuspended', ended: 'stateEnded', declined: 'stateDeclined' } as const satisfies Readonly<Record<Stand, string | undefined>>;
const HINTS = { early: 'stateEarlyText', live: undefined, opened: 'stateOpenedText', suspended: undefined, ended: undefined, declined: undefined } as const satisfies Readonly<Record<Stand, string | undefined>>;

interface BasisCardProps {
  readonly one: Onlooker;
  /** By the server's clock, in milliseconds. */
  readonly now: number;
  /** Absent: it is over. */
  readonly onEnd?: (one: Onlooker) => void;
}

/** Who, what, why, until when; and the way to end it. */
export function BasisCard({ one, now, onEnd }: BasisCardProps) {
  const say = useWords(whoWords);
  const terms = useTerms();
  const { kind, viewer } = one;
  const stand = standOf(one, now);
  const [mark, hint] = [MARKS[stand], HINTS[stand]];
  const who = terms.name(viewer);
  return (
    <article className="card basis" aria-label={who}>
      <h2>
        <bdi>{who}</bdi>
      </h2>
      {mark === undefined ? null : <p className="mark">{say(mark)}</p>}
      <Facts one={one} />
      {hint === undefined ? null : <p className="hint">{say(hint)}</p>}
      {kind === 'guardianship' ? <p className="hint">{say('guardianHint')}</p> : null}
      {onEnd === undefined || kind === 'guardianship' ? null : <EndButton one={one} who={who} onEnd={onEnd} />}
    </article>
  );
}

/** How it stands now: a time may have begun or ended since it was read. */
function standOf(one: Onlooker, now: number): Stand {
  if (isEarly(one, now)) return 'early';
  return isOver(one, now) && one.state !== 'declined' ? 'ended' : one.state;
}

function EndButton({ one, who, onEnd }: Required<Pick<BasisCardProps, 'one' | 'onEnd'>> & { readonly who: string }) {
  const say = useWords(whoWords);
  const act = say(one.state === 'opened' ? 'decline' : 'revoke');
  return (
    <button className="warn wide" onClick={() => onEnd(one)} aria-label={`${act}: ${who}`}>
      {act}
    </button>
  );
}

function Facts({ one }: Pick<BasisCardProps, 'one'>) {
  const { basis, kind, scope, purposes, from, until } = one;
  const say = useWords(whoWords);
  const terms = useTerms();
  const language = useLanguage();
  const ground = kind === 'guardianship' ? [say('byGuardianship')] : wasAgreedTo(one) ? [say('byConsent')] : [];
  const why = [...purposes.map((purpose) => terms.purpose(purpose)), ...ground];
  return (
    <Pairs
      facts={[
        [say('what'), terms.scope(scope), 'sentence'],
        [say('why'), why.join(' · '), 'sentence'],
        ...(from === null ? [] : [[say('since'), inShanghai(language, 'both', from)] as const]),
        [say('lasts'), until === null ? say('noEnd') : inShanghai(language, 'both', until)],
        ...(kind === 'guardianship' ? [[say('registryNumber'), basis] as const] : []),
      ]}
    />
  );
}
