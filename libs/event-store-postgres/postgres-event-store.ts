import { type Append, EventStore, type ReadRange, type RecordedEvent, type Verdict } from '../event-store/index.js';
import { Appender } from './appender.js';
import { CommitBell } from './commit-bell.js';
import { followLog } from './follower.js';
import { Line } from './line.js';
import { Reader } from './reader.js';
import { type ConnectionSettings, DEADLINES, type Deadlines, MAX_WAITING, type PostgresEventStoreSettings } from './settings.js';

const READ_LINES = 2;

/** The log in Postgres. Opens its sessions when they are first needed: one that appends, two that read, one for each follower. */
export class PostgresEventStore extends EventStore {
  readonly #connection: ConnectionSettings;
  readonly #deadlines: Deadlines;
  readonly #bell: CommitBell;
  readonly #appender: Appender;
  readonly #reader: Reader;
  readonly #closing = new AbortController();

  constructor({ connection, deadlines, bell, maxWaiting }: PostgresEventStoreSettings) {
    super();
    this.#connection = connection;
    this.#deadlines = { ...DEADLINES, ...deadlines };
    this.#bell = bell ?? new CommitBell();
    const { append, lock, read } = this.#deadlines;
    const appending = new Line(connection, { name: 'append', statementTimeout: append, lockTimeout: lock });
    this.#appender = new Appender(appending, { waiting: maxWaiting ?? MAX_WAITING, milliseconds: append }, this.#bell);
    this.#reader = new Reader(Array.from({ length: READ_LINES }, () => this.#readLine('read')), read);
  }

  isGapless(): boolean {
    return true;
  }

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    return this.#appender.appendAll(appends);
  }

  async readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    return this.#reader.readMany(ranges);
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    // A whole page that this process has just written is not read back. Less than a page would say that the log ends there.
    const written = this.#closing.signal.aborted ? [] : this.#bell.after(after, limit);
    return limit > 0 && written.length === limit ? written : this.#reader.readAll(after, limit);
  }

  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    return this.#reader.readAt(positions);
  }

  async head(): Promise<bigint> {
    return this.#reader.head();
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const reader = new Reader([this.#readLine('follow')], this.#deadlines.read);
    try {
      yield* followLog((from, limit) => reader.readAll(from, limit), after, this.#bell, AbortSignal.any([signal, this.#closing.signal]));
    } finally {
      await reader.close();
    }
  }

  override async *readThrough(after: bigint, upTo: bigint): AsyncGenerator<readonly RecordedEvent[], void, void> {
    // Whoever serves never asks this: what it takes is loaded by who does.
    const { readThrough } = await import('./read-through.js');
    yield* readThrough(this.#connection, { after, upTo, milliseconds: this.#deadlines.read, closing: this.#closing.signal });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#appender.close(), this.#reader.close()]);
  }

  #readLine(name: string): Line {
    return new Line(this.#connection, { name, statementTimeout: this.#deadlines.read });
  }
}
