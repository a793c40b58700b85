import type { RecordedEvent } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';
import { uuidAt } from './digits.js';
import { placeAt } from './places.js';
import { typeAt } from './words.js';

/** The signature, the flags and the length of an extension that begin what `COPY ... (FORMAT binary)` sends. */
const HEADER = 19;

/** Columns of a tuple of `COPY_COLUMNS`. */
const FIELDS = 6;

/** What `COPY` is asked for, in the order in which a tuple is read here. */
export const COPY_COLUMNS = 'e.position, e.id, e.place, e.type, e.data, e.metadata';

/** Events out of the bytes of a binary `COPY`, however they were cut. Bytes of events are views of what came. */
export class Tuples {
  /** Bytes of the header that are still to come. */
  #header = HEADER;
  #rest: Buffer | undefined;

  /** The events that are whole with these bytes. */
  add(chunk: Buffer): readonly RecordedEvent[] {
    const come = chunk.subarray(this.#header);
    this.#header -= chunk.length - come.length;
    const bytes = this.#rest === undefined ? come : Buffer.concat([this.#rest, come]);
    const events: RecordedEvent[] = [];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (let end = endOf(view, at); end !== undefined; end = endOf(view, at)) {
      events.push(eventAt(bytes, view, at));
      at = end;
    }
    this.#rest = at < bytes.length ? bytes.subarray(at) : undefined;
    return events;
  }
}

/** Where the tuple at `at` ends; undefined where it is not all here. The mark behind the last one is shorter than the beginning of any. */
function endOf(view: DataView, at: number): number | undefined {
  let end = at + 2;
  for (let field = 0; field < FIELDS; field += 1) {
    if (end + 4 > view.byteLength) return undefined;
    end += 4 + view.getInt32(end);
  }
  return end <= view.byteLength ? end : undefined;
}

/** Where a tuple has its first two columns, which are of fixed width, and the length of the third. */
const [POSITION, ID, PLACE] = [6, 18, 34];

/** No column is null. */
function eventAt(bytes: Buffer, view: DataView, at: number): RecordedEvent {
  const place = at + PLACE;
  const type = place + 4 + view.getInt32(place);
  const data = type + 4 + view.getInt32(type);
  const metadata = data + 4 + view.getInt32(data);
  const { stream, revision } = placeAt(bytes, place + 4);
  return {
    position: view.getBigInt64(at + POSITION),
    stream,
    revision,
    id: uuidAt(bytes, at + ID) as EventId,
    type: typeAt(bytes, type + 4, data),
    data: bytes.subarray(data + 4, metadata),
    metadata: bytes.subarray(metadata + 4, metadata + 4 + view.getInt32(metadata)),
  };
}
