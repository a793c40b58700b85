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

/** The event of a row that stands there. */
export function toEvent({ position, id, type, data, metadata }: Omit<EventRow, 'place'>, { stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>): RecordedEvent {
  return { position, stream, revision, id, type: readType(type), data, metadata };
}

/** The event of a row whose place says where it stands. */
export const placedEvent = (row: EventRow): RecordedEvent => toEvent(row, readPlace(row.place));
