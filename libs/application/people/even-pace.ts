import { setTimeout as sleep } from 'node:timers/promises';

/** The least time, in milliseconds, that an answer about a document takes: well above what any of the ways through an enrolment needs where there is little to do. */
export const PACE = 100;
/** The longest, in milliseconds, that one is kept for others having taken so long: everybody would wait for one that met a fault. */
export const SLOWEST = 1_000;
/** For so long, in milliseconds, and at most twice as long, it is remembered how slow the slowest was. */
export const LATELY = 60_000;

/** Time, and waiting. */
export interface Timer {
  /** Milliseconds that never go back. */
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

const TIMER: Timer = { now: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) };

/**
 * Answers about a document come no sooner than at the pace, nor than the slowest of them did lately: else the time that two more appends take would tell whether somebody was known. A pace that is fixed
 * hides that on a machine at rest; the busier it is, the longer those appends take.
 */
export class EvenPace {
  #slowest = 0;
  #slowestBefore = 0;
  #since = -Infinity;

  constructor(private readonly timer: Timer = TIMER) {}

  /** Does the work; its answer, or its failure, comes at the pace. */
  async keep<T>(work: () => Promise<T>): Promise<T> {
    const began = this.timer.now();
    try {
      return await work();
    } finally {
      const took = this.timer.now() - began;
      const left = this.#paceAfter(took) - took;
      if (left > 0) await this.timer.sleep(left);
    }
  }

  #paceAfter(took: number): number {
    const now = this.timer.now();
    if (now - this.#since >= LATELY) {
      this.#slowestBefore = now - this.#since < 2 * LATELY ? this.#slowest : 0;
      this.#slowest = 0;
      this.#since = now;
    }
    this.#slowest = Math.max(this.#slowest, took);
    return Math.max(PACE, Math.min(SLOWEST, Math.max(this.#slowest, this.#slowestBefore)));
  }
}

/** One for all ways to enrol, and all who do: an answer that is slow for one of them slows the others down. */
export const EVEN_PACE = new EvenPace();
