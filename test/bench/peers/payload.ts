import { randomBytes } from 'node:crypto';

/** What every store is given: 300 bytes of JSON, hardly two alike, most of it as unreadable as what is sealed. */
export interface Payload {
  /** A number of the writer's own. */
  readonly n: number;
  readonly at: string;
  readonly sealed: string;
}

/** Bytes of a payload's JSON. */
export const PAYLOAD_BYTES = 300;

/** The type that every event has. */
export const EVENT_TYPE = 'ViewDisclosed';

const SEALED = Array.from({ length: 1_024 }, () => randomBytes(210).toString('base64url'));
const START = Date.UTC(2026, 0, 1);

/** The payload with this number, at this second since the beginning of the year. */
export function payload(n: number, second = n % 10_000_000): Payload {
  const made = { n, at: new Date(START + second * 1_000).toISOString(), sealed: '' };
  const filler = SEALED[n % SEALED.length] ?? '';
  return { ...made, sealed: filler.slice(0, PAYLOAD_BYTES - JSON.stringify(made).length) };
}
