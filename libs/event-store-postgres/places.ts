import type { StreamName } from '../event-store/index.js';
import { PLAIN, UUID } from './digits.js';
import { KINDS } from './words.js';

/*
 * A place is a stream and a revision in one: bytes that sort as the two do. They begin with the stream's key, and no key begins another one:
 *   1 + 2 * the number of its kind, then 16 bytes     <kind>-<32 hexadecimal digits>
 *   2 + 2 * the number of its kind, then 16 bytes     <kind>-<UUID>
 *   0, the length of the name, the name               any other name
 * The revision follows: one byte where it is less than 240, else 239 + the number of its bytes, then these. The server has the same rules in SQL, for people: see the migration.
 */

/** A revision of a stream, or what is before all of them or behind. */
export interface Place {
  readonly stream: StreamName;
  readonly revision: bigint | 'begin' | 'end';
}

/** Bytes of 128 bits; of what says of another name how long it is; and the most that a revision has. */
const [BITS, LONG, MOST] = [16, 2, 9];

const NUMBERS: ReadonlyMap<string, number> = new Map(KINDS.map((kind, index) => [kind, index]));

/** How the 128 bits of a short name are written, in the order in which keys count them. */
const FORMS = [PLAIN, UUID];

const ONE_BYTE = 240n;
const BYTES_BELOW = 239;
const BEHIND = 255;

/** Bytes that a place of the stream has at most. */
export const roomFor = (stream: StreamName): number => LONG + stream.length + MOST;

/** Writes a place, and says where it ends. */
export function writePlace({ stream, revision }: Place, bytes: Buffer, at: number): number {
  const end = writeKey(stream, bytes, at);
  if (revision === 'begin') return end;
  if (typeof revision === 'bigint') return writeRevision(revision, bytes, end);
  bytes[end] = BEHIND;
  return end + 1;
}

function writeKey(stream: StreamName, bytes: Buffer, at: number): number {
  const dash = stream.indexOf('-');
  const number = NUMBERS.get(stream.slice(0, dash));
  const form = FORMS.findIndex((digits) => digits.read(stream, dash + 1, { bytes, at: at + 1 }));
  if (number === undefined || form === -1) return writeLongKey(stream, bytes, at);
  bytes[at] = 1 + 2 * number + form;
  return at + 1 + BITS;
}

function writeLongKey(stream: StreamName, bytes: Buffer, at: number): number {
  bytes[at] = 0;
  bytes[at + 1] = stream.length;
  return at + LONG + bytes.write(stream, at + LONG, 'latin1');
}

function writeRevision(revision: bigint, bytes: Buffer, at: number): number {
  if (revision < ONE_BYTE) {
    bytes[at] = Number(revision);
    return at + 1;
  }
  const digits = revision.toString(16);
  const whole = digits.length % 2 === 0 ? digits : `0${digits}`;
  bytes[at] = BYTES_BELOW + whole.length / 2;
  return at + 1 + bytes.write(whole, at + 1, 'hex');
}

/** A place in hexadecimal. */
export function placeOf(place: Place): string {
  const bytes = Buffer.allocUnsafe(roomFor(place.stream));
  return bytes.toString('hex', 0, writePlace(place, bytes, 0));
}

/** What is before all places of a stream. */
export const beginOf = (stream: StreamName): Place => ({ stream, revision: 'begin' });

/** What is behind all places of a stream. */
export const endOf = (stream: StreamName): Place => ({ stream, revision: 'end' });

/** Where the stream's key ends in the place that begins at `at`, and the revision begins. */
export const keyEnd = (bytes: Buffer, at: number): number => at + (bytes[at] === 0 ? LONG + bytes.readUInt8(at + 1) : 1 + BITS);

/** How many bytes say the revision that begins at `at`. */
export const revisionBytes = (bytes: Buffer, at: number): number => Math.max(1, bytes.readUInt8(at) - BYTES_BELOW + 1);

/** Revisions of one byte, made once. */
const LOW: readonly bigint[] = Array.from({ length: Number(ONE_BYTE) }, (_, revision) => BigInt(revision));

/** The revision that begins at `at`. */
export const revisionIn = (bytes: Buffer, at: number): bigint => LOW[bytes.readUInt8(at)] ?? BigInt(`0x${bytes.toString('hex', at + 1, at + revisionBytes(bytes, at))}`);

/** The stream and the revision of the place that these bytes hold from `at` on. */
export function placeAt(bytes: Buffer, at: number): { readonly stream: StreamName; readonly revision: bigint } {
  const [first, end] = [bytes.readUInt8(at), keyEnd(bytes, at)];
  const stream = first === 0 ? (bytes.toString('latin1', at + LONG, end) as StreamName) : shortName(first, bytes, at + 1);
  return { stream, revision: revisionIn(bytes, end) };
}

/** The stream and the revision of a place. */
export const readPlace = (place: string): ReturnType<typeof placeAt> => placeAt(Buffer.from(place, 'hex'), 0);

/** What begins with a key of its first byte: short names differ in nothing but their digits. */
const SHORT_NAMES: readonly ((bytes: Uint8Array, at: number) => string)[] = KINDS.flatMap((kind) => FORMS.map((digits) => digits.after(`${kind}-`)));

function shortName(first: number, bytes: Buffer, at: number): StreamName {
  const name = SHORT_NAMES[first - 1];
  if (name === undefined) throw new Error('the log has a kind of stream that this version does not know');
  return name(bytes, at) as StreamName;
}
