import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EventStore } from '../../event-store/index.js';
import { done, type Outcome } from '../outcome.js';
import { type LogEntry, readLog } from './log-reader.js';

/** An event as an auditor may read it: everything in clear, sealed fields shut. */
export interface ShutEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** The stored JSON, as it stands. */
  readonly data: unknown;
}

/** The log after a position, up to where it ends now. */
export class ReadEvents {
  constructor(readonly after: bigint) {}
}

@QueryHandler(ReadEvents)
export class ReadEventsHandler implements IQueryHandler<ReadEvents, Outcome<AsyncIterable<ShutEvent>>> {
  constructor(private readonly store: EventStore) {}

  async execute({ after }: ReadEvents): Promise<Outcome<AsyncIterable<ShutEvent>>> {
    return done(shutEvents(readLog(this.store, after)));
  }
}

async function* shutEvents(log: AsyncIterable<LogEntry>): AsyncGenerator<ShutEvent> {
  for await (const { recorded, version } of log) {
    const { position, stream, revision, id, type, data } = recorded;
    yield { position: String(position), stream, revision: String(revision), id, type, version, data: JSON.parse(Buffer.from(data).toString('utf8')) };
  }
}
