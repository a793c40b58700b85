import { PATIENCE } from '../data/in-time.js';
import { forgetSeen } from '../data/seen.js';
import { arrive, type Arrived, comeBack, leave, leaveForGood } from './journey.js';
import { askPlace, type Level, levelOf, type Place } from './place.js';

/** Whether somebody is signed in on this page. */
export type Session =
  | { readonly kind: 'checking' }
  | { readonly kind: 'out'; readonly why: 'nobody' | 'failed' | 'unreachable' | 'nowhere' }
  | { readonly kind: 'in'; readonly level: Level | undefined }
  | { readonly kind: 'over' };

/** Says only that this tab was signed in: a reload then asks the issuer, silently. */
const WAS_IN = 'xinma.signed-in';
/** Says only that somebody signed out on this device: nobody gets in after them without choosing who they are, whatever became of the session at the issuer. */
const ANEW = 'xinma.ask-anew';
const mustChoose = (): boolean => localStorage.getItem(ANEW) !== null;

let session: Session = { kind: 'checking' };
let place: Place | undefined;
/** Here and nowhere else: no storage, no cookie, no address has it. */
let tokens: Arrived | undefined;
const listeners = new Set<() => void>();

/** Tells when it changes; answers how to stop listening. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentSession = (): Session => session;

/** For requests only. */
export const accessToken = (): string => tokens?.accessToken ?? '';

function become(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

let coming = false;

/** Whether somebody is on the way back from the issuer to the page that the address now names. */
export const isComingBack = (): boolean => coming;

/** Finds out who is there when a page opens: somebody who comes back from the issuer, somebody whom it still knows, or nobody. */
export async function beginSession(): Promise<void> {
  const back = comeBack();
  coming = back !== undefined;
  try {
    place = await askPlace();
  } catch {
    return become({ kind: 'out', why: 'unreachable' });
  }
  if (place === undefined) return become({ kind: 'out', why: 'nowhere' });
  if (back !== undefined) return settle(place, back);
  if (sessionStorage.getItem(WAS_IN) === null || mustChoose()) return become({ kind: 'out', why: 'nobody' });
  goAway('failed');
  return leave(place, { prompt: 'none', back: location.hash });
}

/** This page is being left; an issuer that never answers leaves nobody waiting for ever. */
function goAway(why: Extract<Session, { readonly kind: 'out' }>['why']): void {
  become({ kind: 'checking' });
  setTimeout(() => become({ kind: 'out', why }), PATIENCE);
}

async function settle(at: Place, back: NonNullable<ReturnType<typeof comeBack>>): Promise<void> {
  try {
    tokens = await arrive(at, back);
    sessionStorage.setItem(WAS_IN, 'yes');
    if (back.pending.anew) localStorage.removeItem(ANEW);
    setTimeout(endSession, tokens.goodFor);
    become({ kind: 'in', level: levelOf(at, tokens.acr) });
  } catch {
    sessionStorage.removeItem(WAS_IN);
    // Nobody there any more is no failure: it is what was asked.
    const gone = ['login_required', 'interaction_required'].includes(back.answer.get('error') ?? '');
    become({ kind: 'out', why: gone ? 'nobody' : 'failed' });
  }
}

/** The token is no longer good. */
export function endSession(): void {
  tokens = undefined;
  if (session.kind === 'in') become({ kind: 'over' });
}

// Whoever signs out in one window is out in all of this browser's.
addEventListener('storage', ({ key, newValue }) => {
  if (key === ANEW && newValue !== null) endSession();
});

/** Goes to sign in, and comes back to this page; with a level, to sign in more strongly. */
export async function signIn(level?: Level): Promise<void> {
  if (place === undefined) return location.reload();
  await leave(place, { back: location.hash, prompt: mustChoose() ? 'login' : undefined, ...(level === undefined ? {} : { level }) });
}

/** Forgets everything on this page and at the issuer. */
export function signOut(): void {
  const idToken = tokens?.idToken;
  tokens = undefined;
  sessionStorage.removeItem(WAS_IN);
  forgetSeen();
  localStorage.setItem(ANEW, 'yes');
  goAway('nobody');
  if (place !== undefined) leaveForGood(place, idToken);
}
