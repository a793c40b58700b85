import type { RecordedEvent, StreamName } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';
import { keyEnd, revisionBytes, revisionIn } from './places.js';
import { readType } from './words.js';

/** Events of one stream as one row of `sql.whole`. */
export interface WholeRow {
  /** In hexadecimal: all positions, all sizes of data, all sizes of metadata, all places. */
  readonly heads: string;
  readonly ids: string;
  readonly types: string;
  /** Null where it is too long to be given as one text. */
  readonly data: string | null;
  readonly metadata: string | null;
}

/** Bytes of a position and of a size; letters of an id. */
const [POSITION, SIZE, ID] = [8, 4, 36];

/** The events of the stream's row; undefined where the row leaves their bytes out, they don't follow one another, or a type has a comma. */
export function eventsOf({ heads, ids, types, data, metadata }: WholeRow, stream: StreamName): readonly RecordedEvent[] | undefined {
  if (data === null || metadata === null) return undefined;
  // The server gives as text nothing but what is UTF-8 already, so these are the bytes that it has.
  const [head, written, beside] = [Buffer.from(heads, 'hex'), Buffer.from(data), Buffer.from(metadata)];
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const count = ids.length / ID;
  const [sizes, sizesBeside] = [count * POSITION, count * (POSITION + SIZE)];
  const named = types.split(',');
  if (named.length !== count) return undefined;
  const events: RecordedEvent[] = [];
  let [nth, place, from, fromBeside] = [0, count * (POSITION + 2 * SIZE), 0, 0];
  let expected: bigint | undefined;
  // Counted by hand: an iterator of entries costs a long history more.
  for (const type of named) {
    const to = from + view.getUint32(sizes + nth * SIZE);
    const toBeside = fromBeside + view.getUint32(sizesBeside + nth * SIZE);
    const at = keyEnd(head, place);
    const revision = revisionIn(head, at);
    if (expected !== undefined && revision !== expected) return undefined;
    events.push({
      position: view.getBigInt64(nth * POSITION),
      stream,
      revision,
      id: ids.slice(nth * ID, (nth + 1) * ID) as EventId,
      type: readType(type),
      data: written.subarray(from, to),
      metadata: beside.subarray(fromBeside, toBeside),
    });
    nth += 1;
    place = at + revisionBytes(head, at);
    from = to;
    fromBeside = toBeside;
    expected = revision + 1n;
  }
  return events;
}
