import { remembered, useRemembered } from '../sign-in/remembered.js';

/** What was claimed on this page and no list had yet. The answer to a claim names no position to read from, so the list may be older than the claim. */
const sent = remembered<readonly string[]>([]);

/** This was just acknowledged. */
export const sentClaim = (claim: string): void => sent.become([...sent.now().filter((one) => one !== claim), claim]);

/** These were seen in a list. */
export const listedClaims = (claims: readonly string[]): void => sent.become(sent.now().filter((one) => !claims.includes(one)));

export const useSentClaims = (): readonly string[] => useRemembered(sent);
