import type { RecordedEvent, StreamName } from '../event-store/index.js';
import type { EventId } from '../kernel/index.js';

/** A row of `ledger.event` as this folder's sessions parse it. */
export interface EventRow {
  readonly position: bigint;
  readonly stream: StreamName;
  readonly revision: bigint;
  readonly id: EventId;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The event of a row, without whatever else the row carries. */
export const toEvent = ({ position, stream, revision, id, type, data, metadata }: EventRow): RecordedEvent => ({ position, stream, revision, id, type, data, metadata });
