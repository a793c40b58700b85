import { EventId } from '../kernel/index.js';
import { type Append, MAX_APPEND_BYTES, MAX_APPEND_EVENTS, MAX_EVENT_BYTES, MAX_PLACES, MAX_REVISION, type NewEvent, type ReadRange } from './event-store.js';

const STREAM = /^[!-,.-~]+-[!-~]+$/;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/;

/** Bytes that an event counts for. */
export const sizeOf = (event: NewEvent): number => event.data.byteLength + event.metadata.byteLength;

/** Whether the append is small enough to be taken. Throws for one that only a bug can make, so that it never reaches its neighbours' batch. */
export function admit({ stream, expected, events }: Append): 'fits' | 'too-large' {
  admitStream(stream);
  if (typeof expected === 'object') admitRevision(expected.at);
  if (events.length === 0) throw new RangeError('an append holds at least one event');
  if (events.length > MAX_APPEND_EVENTS) return 'too-large';
  let bytes = 0;
  for (const event of events) {
    EventId(event.id);
    if (!TYPE.test(event.type)) throw new RangeError('an event type is a word');
    const size = sizeOf(event);
    if (size > MAX_EVENT_BYTES) return 'too-large';
    bytes += size;
  }
  return bytes > MAX_APPEND_BYTES ? 'too-large' : 'fits';
}

/** Throws for a range that only a bug can ask. */
export function admitRange({ stream, from, limit }: ReadRange): void {
  admitStream(stream);
  if (from !== undefined) admitRevision(from);
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 0)) throw new RangeError('a limit is a count');
}

/** Throws for places that only a bug can ask. */
export function admitPlaces(positions: readonly bigint[]): void {
  if (positions.length > MAX_PLACES) throw new RangeError(`at most ${MAX_PLACES} positions are read at once`);
  positions.forEach(admitRevision);
}

function admitStream(stream: string): void {
  if (stream.length > 100 || !STREAM.test(stream)) throw new RangeError('a stream name is <category>-<id>, at most 100 printable ASCII characters');
}

function admitRevision(revision: bigint): void {
  if (revision < 0n || revision > MAX_REVISION) throw new RangeError('a revision counts from 0');
}
