import type { StreamName } from '../event-store/index.js';
import { digitsAfter, UUID } from './digits.js';
import { KINDS } from './words.js';

/*
 * A place is a stream and a revision in one: bytes that sort as the two do. They begin with the stream's key, and no key begins another one:
 *   1 + 2 * the number of its kind, then 16 bytes     <kind>-<32 hexadecimal digits>
 *   2 + 2 * the number of its kind, then 16 bytes     <kind>-<UUID>
 *   0, the length of the name, the name               any other name
 * The revision follows: one byte where it is less than 240, else 239 + the number of its bytes, then these. The server has the same rules in SQL, for people: see the migration.
 */

const SHORT = /^([a-z]+)-(?:([0-9a-f]{32})|([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12}))$/;
const NUMBERS: ReadonlyMap<string, number> = new Map(KINDS.map((kind, index) => [kind, index]));

/** Digits of a short key; and of what says of another name how long it is. */
const [SHORT_KEY, LONG_KEY] = [34, 4];

const ONE_BYTE = 240n;
const BYTES_BELOW = 239;

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** What the places of a stream begin with, in hexadecimal as all places here. */
export function keyOf(stream: StreamName): string {
  const [, kind = '', digits, ...parts] = SHORT.exec(stream) ?? [];
  const number = NUMBERS.get(kind);
  if (number === undefined) return `00${hex(stream.length)}${Buffer.from(stream, 'latin1').toString('hex')}`;
  return digits === undefined ? hex(2 + 2 * number) + parts.join('') : hex(1 + 2 * number) + digits;
}

/** The place at this revision of the stream with this key. */
export function placeOf(key: string, revision: bigint): string {
  const digits = revision.toString(16);
  const whole = digits.length % 2 === 0 ? digits : `0${digits}`;
  return revision < ONE_BYTE ? key + whole : key + hex(BYTES_BELOW + whole.length / 2) + whole;
}

/** The bound below which the places of the stream with this key are; they begin at the key itself. */
export const endOf = (key: string): string => `${key}ff`;

/** How many bytes say a revision that begins with this one. */
export const revisionBytes = (first: number): number => (first <= BYTES_BELOW ? 1 : 1 + first - BYTES_BELOW);

/** The revision that a place of the stream with this key names. */
export const revisionAt = (place: string, key: Pick<string, 'length'>): bigint => {
  const first = Number.parseInt(place.slice(key.length, key.length + 2), 16);
  return first <= BYTES_BELOW ? BigInt(first) : BigInt(`0x${place.slice(key.length + 2)}`);
};

/** The stream and the revision of the place that these bytes hold from `at` on. */
export function placeAt(bytes: Buffer, at: number): { readonly stream: StreamName; readonly revision: bigint } {
  const first = bytes.readUInt8(at);
  if (first > 0) return { stream: shortName(first, bytes, at + 1), revision: revisionIn(bytes, at + SHORT_KEY / 2) };
  const begin = at + LONG_KEY / 2;
  const end = begin + bytes.readUInt8(at + 1);
  return { stream: bytes.toString('latin1', begin, end) as StreamName, revision: revisionIn(bytes, end) };
}

/** The stream and the revision of a place. */
export const readPlace = (place: string): ReturnType<typeof placeAt> => placeAt(Buffer.from(place, 'hex'), 0);

/** What begins with a key of its first byte: short names differ in nothing but their digits. */
const SHORT_NAMES: readonly ((bytes: Uint8Array, at: number) => string)[] = KINDS.flatMap((kind) => [digitsAfter(`${kind}-`, [32]), digitsAfter(`${kind}-`, UUID)]);

function shortName(first: number, bytes: Buffer, at: number): StreamName {
  const name = SHORT_NAMES[first - 1];
  if (name === undefined) throw new Error('the log has a kind of stream that this version does not know');
  return name(bytes, at) as StreamName;
}

/** Revisions of one byte, made once. */
const LOW: readonly bigint[] = Array.from({ length: Number(ONE_BYTE) }, (_, revision) => BigInt(revision));

function revisionIn(bytes: Buffer, at: number): bigint {
  const first = bytes.readUInt8(at);
  return LOW[first] ?? BigInt(`0x${bytes.toString('hex', at + 1, at + revisionBytes(first))}`);
}
