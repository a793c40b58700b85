import { type Append, admit, sizeOf, type StreamName, type Verdict } from '../event-store/index.js';
import type { Attempts } from './attempts.js';
import { MAX_WAITING_BYTES, WINDOW } from './settings.js';

/** How many appends may wait, and for how many milliseconds each. */
export interface Patience {
  readonly waiting: number;
  readonly milliseconds: number;
}

interface Waiting {
  readonly append: Append;
  readonly since: number;
  readonly answer: (verdict: Verdict) => void;
  readonly fail: (error: unknown) => void;
}

/** The appends of one process: those of one stream one after another, in the order they came; many streams side by side, so many at once. */
export class Writer {
  readonly #queues = new Map<StreamName, Waiting[]>();
  readonly #ready: StreamName[] = [];
  readonly #idle: (() => void)[] = [];
  #waiting = 0;
  #bytes = 0;
  #onTheirWay = 0;
  #closed = false;

  constructor(
    private readonly attempts: Pick<Attempts, 'judge'>,
    private readonly patience: Patience,
  ) {}

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const sizes = appends.map(admit);
    return Promise.all(appends.map(async (append, index): Promise<Verdict> => (sizes[index] === 'fits' ? this.#enqueue(append) : { kind: 'too-large' })));
  }

  /** Takes nothing more; resolves when everything was answered. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #enqueue(append: Append): Promise<Verdict> {
    const bytes = append.events.reduce((sum, event) => sum + sizeOf(event), 0);
    if (this.#closed || this.#waiting >= this.patience.waiting || this.#bytes + bytes > MAX_WAITING_BYTES) return { kind: 'unavailable' };
    const { promise, resolve: answer, reject: fail } = Promise.withResolvers<Verdict>();
    const queue = this.#queues.get(append.stream);
    const waiting = { append, since: performance.now(), answer, fail };
    this.#waiting += 1;
    this.#bytes += bytes;
    if (queue === undefined) {
      this.#queues.set(append.stream, [waiting]);
      this.#ready.push(append.stream);
      this.#start();
    } else queue.push(waiting);
    return promise.finally(() => this.#answered(bytes));
  }

  #answered(bytes: number): void {
    this.#waiting -= 1;
    this.#bytes -= bytes;
    if (this.#waiting === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #start(): void {
    while (this.#onTheirWay < WINDOW) {
      const stream = this.#ready.shift();
      if (stream === undefined) return;
      this.#onTheirWay += 1;
      void this.#next(stream);
    }
  }

  async #next(stream: StreamName): Promise<void> {
    const queue = this.#queues.get(stream) ?? [];
    const first = queue.shift();
    if (first !== undefined) await this.#send(first, queue);
    this.#onTheirWay -= 1;
    if (queue.length > 0) this.#ready.push(stream);
    else this.#queues.delete(stream);
    this.#start();
  }

  async #send({ append, since, answer, fail }: Waiting, behind: Waiting[]): Promise<void> {
    try {
      const late = performance.now() - since > this.patience.milliseconds;
      const verdict: Verdict = late ? { kind: 'unavailable' } : await this.attempts.judge(append);
      answer(verdict);
      // What was decided on top of it has lost its ground. Whether it may have been sent, nobody need guess: it was not.
      if (verdict.kind === 'unknown' || verdict.kind === 'unavailable') for (const next of behind.splice(0)) next.answer({ kind: verdict.kind });
    } catch (error) {
      fail(error);
    }
  }
}
