import type { RecordedEvent } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';
import { readPlace } from './places.js';
import { readType } from './words.js';

/** A row of `ledger.event` as this folder's sessions parse it; its place in hexadecimal. */
export interface EventRow {
  readonly position: bigint;
  readonly place: string;
  readonly id: EventId;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The event of a row: where it stands is read off its place. */
export function toEvent({ position, place, id, type, data, metadata }: EventRow): RecordedEvent {
  const { stream, revision } = readPlace(place);
  return { position, stream, revision, id, type: readType(type), data, metadata };
}
