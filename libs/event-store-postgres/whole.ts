import type { RecordedEvent, StreamName } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';
import { revisionAt, revisionBytes } from './places.js';
import { readType } from './words.js';

/** Events of one stream as one row of `sql.whole`. */
export interface WholeRow {
  /** For each event, in hexadecimal: position, bytes of data, bytes of metadata, id, place. */
  readonly heads: string;
  readonly types: string;
  /** Null where it is too long to be given as one text. */
  readonly data: string | null;
  readonly metadata: string | null;
}

/** Where in a head what begins, in bytes. */
const [DATA, METADATA, ID, PLACE] = [8, 12, 16, 32];

/** The events of the row, of a stream whose places begin with `key`; undefined where the row leaves their bytes out, or they don't follow one another. */
export function eventsOf({ heads, types, data, metadata }: WholeRow, { stream, key }: { readonly stream: StreamName; readonly key: string }): readonly RecordedEvent[] | undefined {
  if (data === null || metadata === null) return undefined;
  // The server gives as text nothing but what is UTF-8 already, so these are the bytes that it has.
  const [head, written, beside] = [Buffer.from(heads, 'hex'), Buffer.from(data), Buffer.from(metadata)];
  const events: RecordedEvent[] = [];
  let [at, from, fromBeside] = [0, 0, 0];
  let expected: bigint | undefined;
  for (const type of types.split(',')) {
    const [to, toBeside] = [from + head.readUInt32BE(at + DATA), fromBeside + head.readUInt32BE(at + METADATA)];
    const end = at + PLACE + key.length / 2;
    const next = end + revisionBytes(head.readUInt8(end));
    const revision = next - end === 1 ? BigInt(head.readUInt8(end)) : revisionAt(heads.slice(2 * (at + PLACE), 2 * next), key);
    if (expected !== undefined && revision !== expected) return undefined;
    events.push({ position: head.readBigInt64BE(at), stream, revision, id: idAt(heads, 2 * (at + ID)), type: readType(type), data: written.subarray(from, to), metadata: beside.subarray(fromBeside, toBeside) });
    [at, from, fromBeside, expected] = [next, to, toBeside, revision + 1n];
  }
  return events;
}

const idAt = (heads: string, at: number): EventId => `${heads.slice(at, at + 8)}-${heads.slice(at + 8, at + 12)}-${heads.slice(at + 12, at + 16)}-${heads.slice(at + 16, at + 20)}-${heads.slice(at + 20, at + 32)}` as EventId;
