import { nextTick } from 'node:process';
import type { Random } from './random.js';

interface Due {
  readonly at: number;
  /** Which of two that are due together comes first: by chance. */
  readonly rank: number;
  readonly run: () => void;
}

/** Resolves once no promise that could go on is left: ticks come after those. The event loop is not asked, which would cost more than most steps do. */
const drained = (): Promise<void> => new Promise((resolve) => nextTick(resolve));

/** Time that passes only when nothing is left to do at the present instant. In milliseconds from 0, with fractions. */
export class Scheduler {
  now = 0;
  readonly #due: Due[] = [];

  constructor(private readonly random: Random) {}

  /** Runs something later. */
  after(milliseconds: number, run: () => void): void {
    this.#push({ at: this.now + Math.max(0, milliseconds), rank: this.random.next(), run });
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.after(milliseconds, resolve));
  }

  /** Lets time pass until `work` is done. Throws where nothing is due and it is not. */
  async until<T>(work: Promise<T>): Promise<T> {
    const watched = { isOver: false };
    void over(work, watched);
    await drained();
    while (!watched.isOver) {
      const next = this.#pop();
      if (next === undefined) throw new Error('everybody waits for ever');
      this.now = next.at;
      next.run();
      await drained();
    }
    return work;
  }

  #push(due: Due): void {
    const heap = this.#due;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(heap[index], heap[parent])) return;
      swap(heap, index, parent);
      index = parent;
    }
  }

  #pop(): Due | undefined {
    const heap = this.#due;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return first;
    heap[0] = last;
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const least = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!isBefore(heap[least], heap[index])) return first;
      swap(heap, index, least);
      index = least;
    }
  }
}

async function over(work: Promise<unknown>, watched: { isOver: boolean }): Promise<void> {
  await work.catch(() => undefined);
  Object.assign(watched, { isOver: true });
}

const isBefore = (one: Due | undefined, other: Due | undefined): boolean =>
  one !== undefined && (other === undefined || one.at < other.at || (one.at === other.at && one.rank < other.rank));

function swap(heap: Due[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) throw new Error('outside the heap');
  [heap[one], heap[other]] = [b, a];
}
