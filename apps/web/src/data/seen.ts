/** What this device last showed of who looked, as a mark that says nothing of when; and before it one of to whom. Signing out forgets both. */
const KEPT = 'xinma.seen';

/** The mark of whoever is signed in. */
let whose = '';

/** Whoever signs in here does not inherit what somebody before them had seen, whose time only ran out. Eight bits of who it is: one account in 256 has the same. */
export function seenBy(subject: string): void {
  whose = (hashOf(subject) & 0xff).toString(16);
  if (localStorage.getItem(KEPT)?.split('-')[0] !== whose) forgetSeen();
}

/** The mark of the newest entry that was shown; empty the first time, when nothing is new. */
export const lastSeen = (): string => localStorage.getItem(KEPT)?.split('-')[1] ?? '';

/** Everything up to this entry has been shown. */
export const saw = (at: string): void => localStorage.setItem(KEPT, `${whose}-${markOf(at)}`);

/** Whoever signs in here next starts anew. */
export const forgetSeen = (): void => localStorage.removeItem(KEPT);

/** Sixteen bits of an instant (FNV-1a, folded): some nine hundred instants of any minute have the same, so it tells one entry from the next, and no time. */
export const markOf = (at: string): string => hashOf(at).toString(16);

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash >>> 16) ^ hash) & 0xffff;
}
