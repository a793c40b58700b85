import { admitPlaces, admitRange, type ReadRange, type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { Line } from './line.js';
import { Portion } from './portion.js';
import { readRanges } from './ranges.js';
import { type EventRow, toEvent } from './rows.js';
import * as sql from './sql.js';

type Histories = readonly (readonly RecordedEvent[])[];

interface Waiting {
  readonly ranges: readonly ReadRange[];
  readonly answer: (histories: Histories) => void;
  readonly fail: (error: Error) => void;
}

const MAX_WAITING = 10_000;
const PER_LINE = 2;

/** Reads. What is asked in one round of the event loop, or while all sessions are busy, goes to the server together, after it was asked. */
export class Reader {
  readonly #waiting: Waiting[] = [];
  readonly #portion = new Portion();
  #flushing = false;
  #busy = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly milliseconds: number,
  ) {}

  /** Parts of streams, in the order asked. Throws for what only a bug can ask. */
  async readMany(ranges: readonly ReadRange[]): Promise<Histories> {
    ranges.forEach(admitRange);
    const pages: Promise<Histories>[] = [];
    const { most } = this.#portion;
    for (let start = 0; start < ranges.length; start += most) pages.push(this.#enqueue(ranges.slice(start, start + most)));
    return (await Promise.all(pages)).flat();
  }

  /** A page of the log. */
  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#ask(async (client) => (await client.query<EventRow>(sql.page(after, limit))).rows.map(toEvent));
  }

  /** The events at these positions. Throws for what only a bug can ask. */
  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    admitPlaces(positions);
    return this.#ask(async (client) => (await client.query<EventRow>(sql.at(positions))).rows.map(toEvent));
  }

  /** Position of the newest event. */
  async head(): Promise<bigint> {
    return this.#ask(async (client) => (await client.query<{ position: bigint | null }>(sql.HEAD)).rows[0]?.position ?? 0n);
  }

  /** Cuts what is under way. */
  async close(): Promise<void> {
    for (const { fail } of this.#waiting.splice(0)) fail(new StoreUnavailable());
    await Promise.all(this.lines.map((line) => line.close()));
  }

  async #enqueue(ranges: readonly ReadRange[]): Promise<Histories> {
    if (this.#waiting.length >= MAX_WAITING) throw new StoreUnavailable();
    const { promise, resolve, reject } = Promise.withResolvers<Histories>();
    this.#waiting.push({ ranges, answer: resolve, fail: reject });
    if (!this.#flushing) {
      this.#flushing = true;
      setImmediate(() => {
        this.#flushing = false;
        this.#flush();
      });
    }
    return promise;
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#busy < this.lines.length * PER_LINE) {
      void this.#send(this.#take());
    }
  }

  async #send(asked: readonly Waiting[]): Promise<void> {
    this.#busy += 1;
    try {
      const histories = await this.#ask((client) => readRanges(client, asked.flatMap(({ ranges }) => ranges)));
      this.#portion.learn(histories);
      let start = 0;
      for (const { ranges, answer } of asked) {
        answer(histories.slice(start, start + ranges.length));
        start += ranges.length;
      }
    } catch (error) {
      for (const { fail } of asked) fail(error instanceof Error ? error : new StoreUnavailable());
    }
    this.#busy -= 1;
    this.#flush();
  }

  #take(): readonly Waiting[] {
    const { most } = this.#portion;
    let ranges = 0;
    const beyond = this.#waiting.findIndex((waiting) => (ranges += waiting.ranges.length) > most);
    return this.#waiting.splice(0, beyond === -1 ? this.#waiting.length : Math.max(1, beyond));
  }

  async #ask<T>(work: Parameters<typeof Line.prototype.within<T>>[1]): Promise<T> {
    try {
      return await leastBusy(this.lines).within(this.milliseconds, work);
    } catch (cause) {
      throw new StoreUnavailable({ cause });
    }
  }
}

/** The first of those that have the least to do: another session is opened where the first has more than it can begin at once. */
const leastBusy = (lines: readonly Line[]): Line => lines.reduce((best, line) => (line.toDo < best.toDo ? line : best));
