import { remembered, useRemembered } from '../sign-in/remembered.js';

/** `at`: when it was acknowledged, by the clock of this device. */
interface SentClaim {
  readonly claim: string;
  readonly at: number;
}

/** What was claimed on this page and no list had yet, the latest last. The answer to a claim names no position to read from, so the list may be older than the claim. */
const sent = remembered<readonly SentClaim[]>([]);

/** This was just acknowledged. */
export const sentClaim = (claim: string): void => sent.become([...sent.now().filter((one) => one.claim !== claim), { claim, at: Date.now() }]);

/** These were seen in a list. */
export const listedClaims = (claims: readonly string[]): void => sent.become(sent.now().filter(({ claim }) => !claims.includes(claim)));

export const useSentClaims = (): readonly SentClaim[] => useRemembered(sent);
