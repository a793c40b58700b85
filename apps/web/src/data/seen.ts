/** When this device last showed who looked: an instant, and nothing about anybody. Signing out forgets it. */
const KEPT = 'xinma.seen';

/** What is later is new. Nothing is, the first time. */
export const lastSeen = (): string => localStorage.getItem(KEPT) ?? '';

/** Everything up to this entry has been shown. */
export function saw(at: string): void {
  if (at > lastSeen()) localStorage.setItem(KEPT, at);
}

/** Whoever signs in here next starts anew. */
export const forgetSeen = (): void => localStorage.removeItem(KEPT);
