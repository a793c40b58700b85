import { codeOf, Failed } from '../data/api.js';
import { Offline } from '../data/in-time.js';
import { shellWords } from '../shell/words.js';
import { signIn } from '../sign-in/session.js';
import type { Level } from '../sign-in/place.js';
import { useWords } from '../words/words.js';
import { Notice } from './notice.js';

/** What went wrong, as people are told. */
type Kind = 'offline' | 'over' | 'step-up' | 'outside' | 'refused' | 'server';

/** The server waited for all of what was sent, and then no longer: the line is slow, and nothing was refused. */
const isTooSlow = (error: unknown): boolean => error instanceof Failed && error.status === 408;

/** Sorts a failure into one of the designed states. */
export function kindOf(error: unknown): Kind {
  if (error instanceof Offline || isTooSlow(error)) return 'offline';
  if (!(error instanceof Failed) || error.status >= 500) return 'server';
  if (error.status === 401) return 'over';
  const code = codeOf(error);
  if (code === 'step-up') return 'step-up';
  return code === 'outside-grant' ? 'outside' : 'refused';
}

const SAYS = {
  offline: ['offlineTitle', 'offlineText'],
  over: ['overTitle', 'overText'],
  'step-up': ['stepUpTitle', 'stepUpText'],
  outside: ['outsideTitle', 'outsideText'],
  refused: ['refusedTitle', 'refusedText'],
  server: ['serverTitle', 'serverText'],
} as const;

/** Whether what was asked for may have been done although the answer says otherwise, or never came. */
const isUnsure = (error: unknown): boolean => (error instanceof Failed || error instanceof Offline) && error.unsure;

interface TroubleProps {
  readonly error: unknown;
  /** Absent: trying again would not help. */
  readonly onRetry?: (() => void) | undefined;
}

/** Says what went wrong and offers the one thing that helps: once, also in a form, which any other button would send as well. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const say = useWords(shellWords);
  const kind = kindOf(error);
  const [title, certain] = SAYS[kind];
  const text = isUnsure(error) ? 'unsureText' : certain;
  const again = (kind === 'offline' || kind === 'server') && onRetry !== undefined;
  return (
    <Notice tone={kind === 'step-up' ? 'calm' : 'care'} title={say(title)} text={say(text)} urgent>
      {again ? <button type="button" onClick={onRetry}>{say('tryAgain')}</button> : null}
      {kind === 'over' ? <SignInButton /> : null}
      {kind === 'step-up' ? <StepUpButton level={levelAsked(error)} /> : null}
    </Notice>
  );
}

/** Signs in again, and comes back here. */
export function SignInButton() {
  const say = useWords(shellWords);
  return (
    <button type="button" className="main" onClick={() => void signIn()}>
      {say('signIn')}
    </button>
  );
}

/** Signs in more strongly, and comes back here. */
export function StepUpButton({ level }: { readonly level: Level }) {
  const say = useWords(shellWords);
  return (
    <button type="button" className="main" onClick={() => void signIn(level)}>
      {say('stepUpAct')}
    </button>
  );
}

/** What the server asked for (RFC 9470). */
function levelAsked(error: unknown): Level {
  const level: unknown = error instanceof Failed ? Reflect.get(error.problem ?? {}, 'level') : undefined;
  return level === 'al3' ? 'al3' : 'al2';
}
