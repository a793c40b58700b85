import { bytesOf, isRecord } from '../../domain/codec/index.js';
import { Malformed } from '../../kernel/index.js';
import { freshBytes } from '../../vault/index.js';

/** What stands beside an event, in clear: no personal data. */
export interface Metadata {
  /** Schema version of (type, data). */
  readonly v: number;
  /** 128 random bits, base64url, so that a commitment to the event reveals nothing. */
  readonly salt: string;
  /** Revision of the last event of the stream before this one that was not a view; absent for the first. */
  readonly prev?: string | undefined;
  /** Keyed fingerprint of the request: who sent what, where, under which key. Two requests never have the same. */
  readonly fp?: string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Canonical bytes, with a fresh salt. On the sheets of the events' own: a `Buffer` of it would hold sixty-four kilobytes of Node's for as long as it is kept. */
export function writeMetadata(version: number, prev: bigint | undefined, fingerprint: string | undefined): Uint8Array {
  const metadata: Metadata = { v: version, salt: freshBytes(16).toString('base64url'), prev: prev?.toString(), fp: fingerprint };
  return bytesOf(JSON.stringify(metadata));
}

/** Reads what `writeMetadata` wrote. Throws `Malformed`. */
export function readMetadata(bytes: Uint8Array): Metadata {
  const json: unknown = JSON.parse(utf8.decode(bytes));
  if (!isRecord(json)) throw new Malformed('metadata');
  const { v, salt, prev, fp } = json;
  if (typeof v !== 'number' || typeof salt !== 'string') throw new Malformed('metadata');
  return { v, salt, prev: textOrNone(prev), fp: textOrNone(fp) };
}

const textOrNone = (json: unknown): string | undefined => (typeof json === 'string' ? json : undefined);

const [DIGIT_0, DIGIT_9] = [0x30, 0x39];
const BEGINS = Buffer.from('{"v":');
const GOES_ON = Buffer.from(',"salt":"');

/** The schema version alone, of what `writeMetadata` wrote; where it looks otherwise, all of it is read. Throws `Malformed`. */
export function readVersion(bytes: Uint8Array): number {
  const digit = bytes[BEGINS.length] ?? 0;
  const isUsual = digit > DIGIT_0 && digit <= DIGIT_9 && holds(bytes, 0, BEGINS) && holds(bytes, BEGINS.length + 1, GOES_ON);
  return isUsual ? digit - DIGIT_0 : readMetadata(bytes).v;
}

function holds(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let index = 0; index < part.length; index += 1) if (bytes[at + index] !== part[index]) return false;
  return true;
}
