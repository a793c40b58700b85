import { StoreUnavailable } from '../event-store/index.js';

/** Lets so many things be under way at once; whoever comes later waits for a place, in order. */
export class Window {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(
    size: number,
    /** How many may wait. */
    private readonly most: number,
  ) {
    this.#free = size;
  }

  /**
   * Does it as soon as there is a place, with what is then left of its time, in milliseconds. Rejects with `StoreUnavailable` where nothing is left, or too many wait. No clock is needed for
   * that: whatever is under way was asked for earlier, so its time is over earlier, and it makes a place.
   */
  async within<T>(milliseconds: number, work: (left: number) => Promise<T>): Promise<T> {
    const until = performance.now() + milliseconds;
    await this.#place();
    try {
      const left = until - performance.now();
      if (left <= 0) throw new StoreUnavailable();
      return await work(left);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  async #place(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.most) throw new StoreUnavailable();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
