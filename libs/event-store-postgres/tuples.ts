import type { RecordedEvent, StreamName } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';

/** The signature, the flags and the length of an extension that begin what `COPY ... (FORMAT binary)` sends. */
const HEADER = 19;

/** Columns of a tuple of `COPY_COLUMNS`. */
const FIELDS = 7;

/** What `COPY` is asked for, in the order in which a tuple is read here. */
export const COPY_COLUMNS = 'e.position, e.revision, e.id::text, e.stream, e.type, e.data, e.metadata';

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

/** No column is null; the first three are of fixed width. */
function eventAt(bytes: Buffer, at: number): RecordedEvent {
  const stream = at + 66;
  const type = stream + 4 + bytes.readInt32BE(stream);
  const data = type + 4 + bytes.readInt32BE(type);
  const metadata = data + 4 + bytes.readInt32BE(data);
  return {
    position: bytes.readBigInt64BE(at + 6),
    revision: bytes.readBigInt64BE(at + 18),
    id: bytes.toString('latin1', at + 30, stream) as EventId,
    stream: bytes.toString('latin1', stream + 4, type) as StreamName,
    type: bytes.toString('latin1', type + 4, data),
    data: bytes.subarray(data + 4, metadata),
    metadata: bytes.subarray(metadata + 4, metadata + 4 + bytes.readInt32BE(metadata)),
  };
}
