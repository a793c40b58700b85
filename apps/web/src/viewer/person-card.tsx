import { Link, useNavigate } from 'react-router';
import { inShanghai } from '../data/time.js';
import { useNow } from '../data/use-now.js';
import { Pairs } from '../parts/pairs.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { useWords } from '../words/words.js';
import type { Overlooked } from './reads.js';
import { useCalled } from './use-called.js';
import { viewerWords } from './words.js';

interface PersonCardProps {
  readonly one: Overlooked;
  /** By how many milliseconds the server's clock is before this device's. */
  readonly ahead: number;
  readonly isGivenUp: boolean;
  readonly onLook: (one: Overlooked) => void;
  readonly onGiveUp: (one: Overlooked) => void;
}

const [WAITING, EARLY, OVER] = ['waiting', 'early', 'over'] as const;
type Moment = typeof WAITING | typeof EARLY | typeof OVER | 'now';

/** Whether it can be looked at now: as far as this page knows, which is what was granted. */
function momentOf({ state, from, until }: Overlooked, now: number): Moment {
  if (state === 'asked') return WAITING;
  if (from !== null && now < Date.parse(from)) return EARLY;
  return until !== null && now >= Date.parse(until) ? OVER : 'now';
}

const MARKS = { waiting: 'stateAsked', early: 'stateEarly', over: 'stateOver', 'given-up': 'gaveUp', now: undefined } as const;
const HINTS = { waiting: 'stateAskedText', early: 'stateEarlyText', over: 'stateOverText', 'given-up': 'gaveUpText', now: undefined } as const;

/** Whom, by my own label; what was granted, why and until when; and the way to look. */
export function PersonCard({ one, ahead, isGivenUp, onLook, onGiveUp }: PersonCardProps) {
  const say = useWords(viewerWords);
  const who = useCalled()(one);
  const moment = useMoment(one, ahead, isGivenUp);
  const [mark, hint] = [MARKS[moment], HINTS[moment]];
  return (
    <article className="card basis" aria-label={who}>
      <h2>
        <bdi>{who}</bdi>
      </h2>
      {mark === undefined ? null : <p className="mark">{say(mark)}</p>}
      <Terms one={one} />
      {hint === undefined ? null : <p className="hint">{say(hint)}</p>}
      {moment === 'now' ? <LookButton one={one} who={who} onLook={onLook} /> : null}
      {canGiveUp(one, moment) ? (
        <button className="quiet wide" onClick={() => onGiveUp(one)} aria-label={`${say('giveUp')}: ${who}`}>
          {say('giveUp')}
        </button>
      ) : null}
      {moment === OVER ? (
        <Link className="button wide" to="/viewer/ask">
          {say('askAgain')}
        </Link>
      ) : null}
    </article>
  );
}

/** A guardianship is ended by a registrar, and what was only asked by nobody. */
const canGiveUp = ({ kind, state }: Overlooked, moment: Moment | 'given-up'): boolean => kind === 'consent' && state === 'granted' && (moment === 'now' || moment === EARLY);

function useMoment(one: Overlooked, ahead: number, isGivenUp: boolean): Moment | 'given-up' {
  const moment = momentOf(one, useNow(ahead));
  return isGivenUp && moment !== OVER ? 'given-up' : moment;
}

function LookButton({ one, who, onLook }: Pick<PersonCardProps, 'one' | 'onLook'> & { readonly who: string }) {
  const say = useWords(viewerWords);
  const navigate = useNavigate();
  const look = (): void => {
    onLook(one);
    void navigate('/viewer/look');
  };
  return (
    <button className="main wide" onClick={look} aria-label={say('lookAt', { who })}>
      {say('look')}
    </button>
  );
}

function Terms({ one: { state, scope, purposes, from, until, kind } }: Pick<PersonCardProps, 'one'>) {
  const say = useWords(viewerWords);
  const terms = useTerms();
  const language = useLanguage();
  const why = [...purposes.map((purpose) => terms.purpose(purpose)), ...(state === 'asked' ? [] : [say(kind === 'consent' ? 'byConsent' : 'byGuardianship')])];
  return (
    <Pairs
      facts={[
        [say('what'), terms.scope(scope), 'sentence'],
        [say('why'), why.join(' · '), 'sentence'],
        ...(from === null || state === 'asked' ? [] : [[say('since'), inShanghai(language, 'both', from)] as const]),
        [say('lasts'), until === null ? say('noEnd') : inShanghai(language, 'both', until)],
      ]}
    />
  );
}
