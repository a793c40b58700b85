import { fingerprint } from '../data/fingerprint.js';

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** SHA-256 of an answer, its members by their names: `xinma replay` at the same point comes to the same. */
export const hashOf = (answer: object): Promise<string> => fingerprint(new TextEncoder().encode(JSON.stringify(answer, inOrder)));
