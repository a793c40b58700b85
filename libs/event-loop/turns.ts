import { AsyncLocalStorage } from 'node:async_hooks';

/** How many go on in one turn of the event loop. */
const FEW = 12;

/**
 * Who waited for a batch is told together with everybody else in it, and what each of them does next takes the thread: behind a large one nobody is heard before all of them went on. So a few go on in each turn of the
 * event loop, in the order in which they were told, and whoever else there is has theirs in between. Whatever collects questions into batches waits until all have gone on, so batches stay as large as they were.
 */
export class Turns {
  readonly #isFirst = new AsyncLocalStorage<true>();
  #left = FEW;
  #begun = false;
  #isHurried = false;
  #waiting: (() => void)[] = [];

  /** Does `work`, which goes before others wherever it waits for its turn. For the little that must not wait in a crowd. */
  first<Result>(work: () => Result): Result {
    return this.#isFirst.run(true, work);
  }

  /** Resolves when the caller may go on: at once for the first few in a turn of the event loop, else in one of the next. */
  async mine(): Promise<void> {
    if (this.#isFirst.getStore() === true) return;
    if (!this.#begun) this.#begin();
    if (this.#left > 0) this.#left -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Calls `work` in a later turn of the event loop: in the next one, or once nobody waits any more. `isWhole` says of a batch that it gains nothing by waiting for more. */
  afterAll(work: () => void, isWhole = (): boolean => false): void {
    setImmediate(() => (this.#waiting.length > 0 && !this.#isHurried && !isWhole() ? this.afterAll(work, isWhole) : work()));
  }

  /** To be called with each question that was put into a batch: where it is asked by who goes first, no batch waits any longer for those who don't. */
  hurry(): void {
    if (this.#isHurried || this.#isFirst.getStore() !== true) return;
    this.#isHurried = true;
    setImmediate(() => (this.#isHurried = false));
  }

  #begin(): void {
    this.#begun = true;
    this.#left = FEW;
    setImmediate(() => this.#next());
  }

  #next(): void {
    this.#begun = false;
    if (this.#waiting.length === 0) return;
    const few = this.#waiting.slice(0, FEW);
    this.#waiting = this.#waiting.slice(FEW);
    this.#begin();
    this.#left -= few.length;
    for (const go of few) go();
  }
}

/** Of this process: it has one event loop. */
export const turns = new Turns();
