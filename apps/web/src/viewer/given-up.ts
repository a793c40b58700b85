import { remembered, useRemembered } from '../sign-in/remembered.js';

/** The bases that were given up in this session. The server's list goes on showing what was granted until its window ends, and nothing about people is stored here. */
const given = remembered<ReadonlySet<string>>(new Set());

/** Remembers it for as long as the session is there. */
export const gaveUp = (basis: string): void => given.become(new Set([...given.now(), basis]));

export const useGivenUp = (): ReadonlySet<string> => useRemembered(given);
