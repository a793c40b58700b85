/** What this device last showed of who looked, as a mark that says nothing of when. Signing out forgets it. */
const KEPT = 'xinma.seen';

/** The mark of the newest entry that was shown; empty the first time, when nothing is new. */
export const lastSeen = (): string => localStorage.getItem(KEPT) ?? '';

/** Everything up to this entry has been shown. */
export const saw = (at: string): void => localStorage.setItem(KEPT, markOf(at));

/** Whoever signs in here next starts anew. */
export const forgetSeen = (): void => localStorage.removeItem(KEPT);

/** Sixteen bits of an instant (FNV-1a, folded): some nine hundred instants of any minute have the same, so it tells one entry from the next, and no time. */
export function markOf(at: string): string {
  let hash = 0x811c9dc5;
  for (const character of at) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16);
}
