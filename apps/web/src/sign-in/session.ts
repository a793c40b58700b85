import { PATIENCE } from '../data/in-time.js';
import { forgetSeen, seenBy } from '../data/seen.js';
import { arrive, type Arrived, comeBack, leave, leaveForGood } from './journey.js';
import { askPlace, type Level, levelOf, type Place } from './place.js';

/** Whether somebody is signed in on this page. */
export type Session =
  | { readonly kind: 'checking' }
  | { readonly kind: 'out'; readonly why: 'nobody' | 'failed' | 'unreachable' | 'nowhere' }
  /** `soon`: their time has nearly run out. */
  | { readonly kind: 'in'; readonly level: Level | undefined; readonly soon: boolean }
  /** Their time has run out, or they signed out in another window. */
  | { readonly kind: 'over'; readonly why: 'run-out' | 'elsewhere' };

/** Says only that this tab was signed in: a reload then asks the issuer, silently. */
const WAS_IN = 'xinma.signed-in';
/** Says only that somebody signed out on this device: nobody gets in after them without choosing who they are, whatever became of the session at the issuer. Another value each time, and it stays, so that a window that was on its way or put away knows. */
const ANEW = 'xinma.ask-anew';
/** After which of them somebody chose. */
const CHOSEN = 'xinma.chosen';
const lastSignOut = (): string | null => localStorage.getItem(ANEW);
const mustChoose = (): boolean => lastSignOut() !== localStorage.getItem(CHOSEN);

/** The longest that a timer can be, in milliseconds: one set for longer goes off at once (HTML, `setTimeout` takes a `long`). */
const LONGEST = 2 ** 31 - 1;

/** How often it is looked whether a sign-in's time has run out, in milliseconds: the timers of a device that sleeps stand still. */
const EVERY = 1_000;
/** How long before its end whoever is writing something is told, in milliseconds. */
const SOON = 120_000;

let session: Session = { kind: 'checking' };
let place: Place | undefined;
/** Here and nowhere else: no storage, no cookie, no address has it. */
let tokens: Arrived | undefined;
/** Outlives the other, so that whose time ran out can sign out at the issuer, too. */
let idToken: string | undefined;
/** After which sign-out on this device somebody got in here. */
let inSince: string | null = null;
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
  return leave(place, { prompt: 'none', back: location.hash, signedOut: lastSignOut() });
}

/** This page is being left; an issuer that never answers leaves nobody waiting for ever. */
function goAway(why: Extract<Session, { readonly kind: 'out' }>['why']): void {
  become({ kind: 'checking' });
  setTimeout(() => become({ kind: 'out', why }), PATIENCE);
}

async function settle(at: Place, back: NonNullable<ReturnType<typeof comeBack>>): Promise<void> {
  try {
    const arrived = await arrive(at, back);
    // Whoever signed out meanwhile, in another window, meant this one, too.
    if (lastSignOut() !== back.pending.signedOut) return nobodyIn();
    [tokens, idToken] = [arrived, arrived.idToken];
    inSince = back.pending.signedOut;
    sessionStorage.setItem(WAS_IN, 'yes');
    if (back.pending.anew && inSince !== null) localStorage.setItem(CHOSEN, inSince);
    seenBy(arrived.subject);
    endAfter(arrived.goodFor);
    become({ kind: 'in', level: levelOf(at, arrived.acr), soon: false });
  } catch {
    // Nobody there any more is no failure: it is what was asked.
    const gone = ['login_required', 'interaction_required'].includes(back.answer.get('error') ?? '');
    nobodyIn(gone ? 'nobody' : 'failed');
  }
}

function nobodyIn(why: 'nobody' | 'failed' = 'nobody'): void {
  sessionStorage.removeItem(WAS_IN);
  become({ kind: 'out', why });
}

/** Ends it once so many milliseconds are over by a timer, or by the clock: whichever goes on while the other stands still. */
function endAfter(goodFor: number): void {
  const until = Date.now() + goodFor;
  const check = (): void => {
    const left = until - Date.now();
    if (left <= 0) endSession();
    else if (left <= SOON && session.kind === 'in' && !session.soon) become({ ...session, soon: true });
  };
  setTimeout(endSession, Math.min(goodFor, LONGEST));
  setInterval(check, EVERY);
  document.addEventListener('visibilitychange', check);
  addEventListener('pageshow', check);
}

/** The token is no longer good. */
export const endSession = (): void => end('run-out');

function end(why: Extract<Session, { readonly kind: 'over' }>['why']): void {
  tokens = undefined;
  if (why === 'elsewhere') idToken = undefined;
  if (session.kind === 'in' || (session.kind === 'over' && why === 'elsewhere')) become({ kind: 'over', why });
}

// Whoever signs out in one window is out in all of this browser's.
addEventListener('storage', ({ key, newValue }) => {
  if (key === ANEW && newValue !== null) end('elsewhere');
});

// A page that the browser kept while somebody was elsewhere was told of nothing; who is in since then, in another window, may be somebody else.
addEventListener('pageshow', () => {
  if (lastSignOut() !== inSince) end('elsewhere');
});

/** Goes to sign in, and comes back to this page; with a level, to sign in more strongly. */
export async function signIn(level?: Level): Promise<void> {
  if (place === undefined) return location.reload();
  await leave(place, { back: location.hash, signedOut: lastSignOut(), prompt: mustChoose() ? 'login' : undefined, ...(level === undefined ? {} : { level }) });
}

/** Forgets everything on this page and at the issuer. */
export function signOut(): void {
  const last = idToken;
  tokens = idToken = undefined;
  sessionStorage.removeItem(WAS_IN);
  forgetSeen();
  localStorage.setItem(ANEW, crypto.randomUUID());
  goAway('nobody');
  if (place !== undefined) leaveForGood(place, last);
}
