import { type Append, EventStore, type ReadRange, type RecordedEvent, type Verdict } from '../event-store/index.js';
import { Attempts } from './attempts.js';
import { Connection } from './connection.js';
import { Follower } from './follower.js';
import { Reader } from './reader.js';
import { DEADLINES, type Deadlines, type KurrentEventStoreSettings, MAX_WAITING } from './settings.js';
import { Writer } from './writer.js';

/** The log in KurrentDB. One connection, opened when it is first needed; every call is answered by the leader, within a deadline. */
export class KurrentEventStore extends EventStore {
  readonly #deadlines: Deadlines;
  readonly #connection: Connection;
  readonly #reader: Reader;
  readonly #writer: Writer;
  readonly #closing = new AbortController();

  constructor({ place, deadlines, maxWaiting }: KurrentEventStoreSettings) {
    super();
    this.#deadlines = { ...DEADLINES, ...deadlines };
    const { append, read } = this.#deadlines;
    this.#connection = Connection.to(place);
    this.#reader = new Reader(this.#connection, read);
    // With a reader of its own: what an append waits for stands behind nobody's reads.
    this.#writer = new Writer(new Attempts(this.#connection, new Reader(this.#connection, read), append), { waiting: maxWaiting ?? MAX_WAITING, milliseconds: append });
  }

  isGapless(): boolean {
    return false;
  }

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    return this.#writer.appendAll(appends);
  }

  async readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    return this.#reader.readMany(ranges);
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#reader.readAll(after, limit);
  }

  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    return this.#reader.readAt(positions);
  }

  async head(): Promise<bigint> {
    return this.#reader.head();
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const until = AbortSignal.any([signal, this.#closing.signal]);
    yield* new Follower({ connection: this.#connection, reader: this.#reader, milliseconds: this.#deadlines.read }, after).pages(until);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#writer.close();
    this.#connection.end();
  }
}
