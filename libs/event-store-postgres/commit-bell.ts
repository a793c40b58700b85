import type { RecordedEvent } from '../event-store/index.js';
import { Recent } from './recent.js';

/** Tells the followers of one process that something was committed, and what: a hint on top of polling, which alone is enough. */
export class CommitBell {
  #rings = 0;
  readonly #recent = new Recent();
  readonly #waiting = new Set<() => void>();

  /** How often it rang: to be read before looking at the log, so that a commit in between is not slept through. */
  get rings(): number {
    return this.#rings;
  }

  /** `committed`: what this process has just seen acknowledged, in the log's order. */
  ring(committed: readonly RecordedEvent[] = []): void {
    this.#rings += 1;
    this.#recent.add(committed);
    for (const wake of this.#waiting) wake();
  }

  /** At most `limit` of the events right after `position`, where this process has just written them; else none, and the log has to be asked. */
  after(position: bigint, limit: number): readonly RecordedEvent[] {
    return this.#recent.after(position, limit);
  }

  /** Resolves once it has rung more than `heard` times, after `milliseconds`, or when `signal` aborts. */
  async heardMore(heard: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#rings > heard || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    const wake = () => resolve();
    signal.addEventListener('abort', wake);
    this.#waiting.add(wake);
    await promise;
    clearTimeout(timer);
    // A follower's signal lives as long as the process: what is left on it here would stay.
    signal.removeEventListener('abort', wake);
    this.#waiting.delete(wake);
  }
}
