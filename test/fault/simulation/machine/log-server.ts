import type { Append, Verdict } from '../../../../libs/event-store/index.js';
import { MemoryEventStore } from '../../../../libs/event-store-memory/index.js';
import type { Random } from './random.js';
import type { Scheduler } from './scheduler.js';
import type { Weather } from './weather.js';

interface Batch {
  readonly appends: readonly Append[];
  readonly answer: (verdicts: Promise<readonly Verdict[]> | 'lost') => void;
}

/** Where the log is: one appender at a time, each batch on disk before it is seen or answered. What is not on disk when it crashes is lost. */
export class LogServer {
  /** What is on disk. */
  readonly log = new MemoryEventStore();
  up = true;
  private readonly waiting: Batch[] = [];
  private syncing: Batch | undefined;
  private moved = Promise.withResolvers<void>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly random: Random,
    private readonly weather: Weather,
  ) {}

  /** Resolves when something is appended next, or when it is there again. */
  get changed(): Promise<void> {
    return this.moved.promise;
  }

  /** Takes a batch; false where nobody is there to take it. */
  submit(batch: Batch): boolean {
    if (!this.up) return false;
    this.waiting.push(batch);
    this.work();
    return true;
  }

  /** Everything that was under way is lost, and nobody knows. */
  crash(): void {
    this.up = false;
    const lost = this.syncing === undefined ? this.waiting.splice(0) : [this.syncing, ...this.waiting.splice(0)];
    this.syncing = undefined;
    for (const batch of lost) batch.answer('lost');
  }

  restart(): void {
    this.up = true;
    this.move();
  }

  private move(): void {
    const { resolve } = this.moved;
    this.moved = Promise.withResolvers<void>();
    resolve();
  }

  private work(): void {
    if (this.syncing !== undefined) return;
    const batch = this.waiting.shift();
    if (batch === undefined) return;
    this.syncing = batch;
    this.scheduler.after(this.random.around(0.5) * this.weather.slow, () => {
      // Another life of the server knows nothing of this one's batch.
      if (this.syncing !== batch) return;
      this.syncing = undefined;
      batch.answer(this.log.appendAll(batch.appends));
      this.move();
      this.work();
    });
  }
}
