import { type AnyEvent, decodeAny, instantOfAny } from '../../domain/catalogue.js';
import type { EventStore, RecordedEvent } from '../../event-store/index.js';
import type { Instant } from '../../kernel/index.js';
import { readMetadata, readVersion } from '../ledger/index.js';

/** An event of the log as it stands, and what it says to somebody who holds no key. */
export interface LogEntry {
  readonly recorded: RecordedEvent;
  readonly version: number;
  readonly event: AnyEvent;
}

const PAGE = 1_000;

/** Decodes without a key. */
export function shutEntry(recorded: RecordedEvent): LogEntry {
  const version = readMetadata(recorded.metadata).v;
  const event = decodeAny(recorded.stream, { id: recorded.id, type: recorded.type, version, data: recorded.data });
  return { recorded, version, event };
}

/** When an event was recorded. */
export const momentOf = ({ id, stream, type, data, metadata }: RecordedEvent): Instant => instantOfAny(stream, { id, type, version: readVersion(metadata), data });

/** The log after a position, in order, page by page, up to where it ended when the reading began. */
export async function* readLog(store: EventStore, after = 0n): AsyncGenerator<LogEntry> {
  const head = await store.head();
  for (let position = after; position < head; ) {
    const page = await store.readAll(position, PAGE);
    if (page.length === 0) return;
    for (const recorded of page) {
      if (recorded.position > head) return;
      yield shutEntry(recorded);
      position = recorded.position;
    }
  }
}
