import { admit, type Append, sizeOf, type Verdict } from '../event-store/index.js';
import { turns } from '../event-loop/index.js';
import { Batches } from './batch.js';
import type { CommitBell } from './commit-bell.js';
import type { Line } from './line.js';

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly until: number;
  readonly answer: (verdict: Verdict) => void;
}

const MAX_BATCH_EVENTS = 5_000;
const MAX_BATCH_BYTES = 8 * 1_048_576;
const MAX_WAITING_BYTES = 8 * MAX_BATCH_BYTES;

/** Bounds of an appender. */
export interface AppenderLimits {
  /** Appends that may wait. */
  readonly waiting: number;
  /** How long an append may wait, and how long a batch may take, in milliseconds. */
  readonly milliseconds: number;
}

/** Group commit: while one batch is on its way, everything that arrives waits and becomes the next one. One per process, so batches keep the order of arrival. */
export class Appender {
  readonly #waiting: Waiting[] = [];
  #bytes = 0;
  #running: Promise<void> | undefined;
  #closed = false;
  readonly #batches: Batches;

  constructor(
    private readonly line: Line,
    private readonly limits: AppenderLimits,
    private readonly bell: CommitBell,
  ) {
    this.#batches = new Batches(line, limits.milliseconds);
  }

  /** Appends, each with its verdict. `unavailable` at once where too much waits already. Throws for what only a bug can ask. */
  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const sizes = appends.map(admit);
    const verdicts = await Promise.all(appends.map((append, index) => this.#enqueue(append, sizes[index])));
    await turns.mine();
    return verdicts;
  }

  /** Takes no more and lets the last batch end. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    await this.line.close();
  }

  // Async, but it joins the queue before it first waits: appends of one call stay together, in their order.
  async #enqueue(append: Append, size: ReturnType<typeof admit> | undefined): Promise<Verdict> {
    if (size !== 'fits') return { kind: 'too-large' };
    const bytes = append.events.reduce((sum, event) => sum + sizeOf(event), 0);
    if (this.#closed || this.#waiting.length >= this.limits.waiting || this.#bytes + bytes > MAX_WAITING_BYTES) return { kind: 'unavailable' };
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    this.#waiting.push({ append, bytes, until: performance.now() + this.limits.milliseconds, answer: resolve });
    this.#bytes += bytes;
    this.#running ??= this.#run();
    turns.hurry();
    return promise;
  }

  async #run(): Promise<void> {
    do {
      // All requests that the event loop hands over in this round share a batch, also those of callers who were just answered.
      await new Promise<void>((resolve) => turns.afterAll(resolve));
      const batch = this.#take();
      if (batch.length > 0) await this.#commit(batch);
    } while (this.#waiting.length > 0);
    this.#running = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const { verdicts, placed } = await this.#batches.commit(batch.map(({ append }) => append));
    if (placed.length > 0 || verdicts.some(({ kind }) => kind === 'unknown')) this.bell.ring(placed);
    batch.forEach(({ answer }, index) => answer(verdicts[index] ?? { kind: 'unknown' }));
  }

  /** The next batch: at least one append, and what fits beside it. What waited too long behind a server that hangs is told so. */
  #take(): readonly Waiting[] {
    const now = performance.now();
    const batch: Waiting[] = [];
    let [events, bytes, taken] = [0, 0, 0];
    for (const waiting of this.#waiting) {
      events += waiting.append.events.length;
      bytes += waiting.bytes;
      if (batch.length > 0 && (events > MAX_BATCH_EVENTS || bytes > MAX_BATCH_BYTES)) break;
      taken += 1;
      this.#bytes -= waiting.bytes;
      if (waiting.until < now) waiting.answer({ kind: 'unavailable' });
      else batch.push(waiting);
    }
    this.#waiting.splice(0, taken);
    return batch;
  }
}
