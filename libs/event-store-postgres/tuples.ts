import type { RecordedEvent } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';
import { toEvent } from './rows.js';

/** The signature, the flags and the length of an extension that begin what `COPY ... (FORMAT binary)` sends. */
const HEADER = 19;

/** Columns of a tuple of `COPY_COLUMNS`. */
const FIELDS = 6;

/** What `COPY` is asked for, in the order in which a tuple is read here. */
export const COPY_COLUMNS = 'e.position, e.id::text, e.place, e.type, e.data, e.metadata';

/** Events out of the bytes of a binary `COPY`, however they were cut. Bytes of events are views of what came. */
export class Tuples {
  #rest: Buffer | undefined;
  #begun = false;

  /** The events that are whole with these bytes. */
  add(chunk: Buffer): readonly RecordedEvent[] {
    const bytes = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk]);
    const events: RecordedEvent[] = [];
    let at = this.#begun ? 0 : HEADER;
    for (let end = endOf(bytes, at); end !== undefined; end = endOf(bytes, at)) {
      events.push(eventAt(bytes, at));
      at = end;
    }
    if (bytes.length >= HEADER) this.#begun = true;
    else at = 0;
    this.#rest = at < bytes.length ? bytes.subarray(at) : undefined;
    return events;
  }
}

/** Where the tuple at `at` ends; undefined where it is not all here, and at the mark behind the last one. */
function endOf(bytes: Buffer, at: number): number | undefined {
  if (at + 2 > bytes.length || bytes.readInt16BE(at) !== FIELDS) return undefined;
  let end = at + 2;
  for (let field = 0; field < FIELDS; field += 1) {
    if (end + 4 > bytes.length) return undefined;
    end += 4 + bytes.readInt32BE(end);
  }
  return end <= bytes.length ? end : undefined;
}

/** No column is null; the first two are of fixed width. */
function eventAt(bytes: Buffer, at: number): RecordedEvent {
  const place = at + 54;
  const type = place + 4 + bytes.readInt32BE(place);
  const data = type + 4 + bytes.readInt32BE(type);
  const metadata = data + 4 + bytes.readInt32BE(data);
  return toEvent({
    position: bytes.readBigInt64BE(at + 6),
    id: bytes.toString('latin1', at + 18, place) as EventId,
    place: bytes.toString('hex', place + 4, type),
    type: bytes.toString('latin1', type + 4, data),
    data: bytes.subarray(data + 4, metadata),
    metadata: bytes.subarray(metadata + 4, metadata + 4 + bytes.readInt32BE(metadata)),
  });
}
