import { admitPlaces, admitRange, type ReadRange, type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import { turns } from '../event-loop/index.js';
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

const MAX_RANGES = 1_000;
const MAX_WAITING = 10_000;
const PER_LINE = 2;

/** Reads. What is asked in one round of the event loop, or while all sessions are busy, goes to the server together, after it was asked: long parts of streams as several statements, so that one is read while the next is made. */
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
    for (let start = 0; start < ranges.length; start += MAX_RANGES) pages.push(this.#enqueue(ranges.slice(start, start + MAX_RANGES)));
    const histories = (await Promise.all(pages)).flat();
    await turns.mine();
    return histories;
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
      turns.afterAll(
        () => {
          this.#flushing = false;
          this.#flush();
        },
        () => this.#waiting.length >= this.#portion.most,
      );
    }
    turns.hurry();
    return promise;
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#busy < this.lines.length * PER_LINE) {
      void this.#send(this.#take());
    }
  }

  /** All of it leaves at once, whatever it is cut into: one deadline is for all. */
  async #send(asked: readonly Waiting[]): Promise<void> {
    this.#busy += 1;
    const { most } = this.#portion;
    const ranges = asked.flatMap((waiting) => waiting.ranges);
    const portions = Array.from({ length: Math.ceil(ranges.length / most) }, (_, nth) => this.#read(ranges.slice(nth * most, (nth + 1) * most)));
    let end = 0;
    const answers = asked.map((waiting) => {
      const begin = end;
      end += waiting.ranges.length;
      const first = Math.floor(begin / most);
      return answer(waiting, portions.slice(first, Math.ceil(end / most)), begin - first * most);
    });
    // Who asked for what failed knows by now; what else was sent keeps the server busy until it is answered.
    await Promise.allSettled([...answers, ...portions]);
    this.#busy -= 1;
    this.#flush();
  }

  async #read(ranges: readonly ReadRange[]): Promise<Histories> {
    const histories = await this.#ask((client) => readRanges(client, ranges));
    this.#portion.learn(histories);
    return histories;
  }

  #take(): readonly Waiting[] {
    let ranges = 0;
    const beyond = this.#waiting.findIndex((waiting) => (ranges += waiting.ranges.length) > MAX_RANGES);
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

/** Tells somebody who waits what these portions say of it, from the `begin`-th on; never rejects. */
async function answer({ ranges, answer: tell, fail }: Waiting, portions: readonly Promise<Histories>[], begin: number): Promise<void> {
  try {
    const [first = [], ...more] = await Promise.all(portions);
    // Mostly one, which many share: each takes its part of it as it is.
    tell((more.length === 0 ? first : [first, ...more].flat()).slice(begin, begin + ranges.length));
  } catch (error) {
    fail(error instanceof Error ? error : new StoreUnavailable());
  }
}

/** The first of those that have the least to do: another session is opened where the first has more than it can begin at once. */
const leastBusy = (lines: readonly Line[]): Line => lines.reduce((best, line) => (line.toDo < best.toDo ? line : best));
