import { type RecordedEvent, sizeOf } from '../event-store/index.js';

/** Bytes: what followers in this process are behind at most, as a rule. What is kept for longer is moved to the old part of the heap, and collected there. */
const MOST = 2 * 1_048_576;

/** The end of the log as this process wrote it: no hole in it, and no more than so many bytes. */
export class Recent {
  #events: RecordedEvent[] = [];
  /** Of these, how many were let go: they are cut off many at a time, for that moves all others. */
  #gone = 0;
  #bytes = 0;

  constructor(private readonly limit = MOST) {}

  /** Adds a batch. Where another process wrote in between, what was kept is of no use any more: it is let go. */
  add(batch: readonly RecordedEvent[]): void {
    const [first] = batch;
    if (first === undefined) return;
    const last = this.#events.at(-1);
    if (last !== undefined && last.position + 1n !== first.position) this.#forget(this.#events.length - this.#gone);
    for (const event of batch) {
      this.#events.push(event);
      this.#bytes += sizeOf(event);
    }
    let surplus = 0;
    for (let bytes = this.#bytes; bytes > this.limit; surplus += 1) bytes -= sizeAt(this.#events, this.#gone + surplus);
    this.#forget(surplus);
  }

  /** At most `limit` events right after `position`; none where they are not all here. */
  after(position: bigint, limit: number): readonly RecordedEvent[] {
    const first = this.#events[this.#gone];
    if (first === undefined || position + 1n < first.position) return [];
    const start = this.#gone + Number(position + 1n - first.position);
    return this.#events.slice(start, start + limit);
  }

  #forget(count: number): void {
    for (let left = count; left > 0; left -= 1, this.#gone += 1) this.#bytes -= sizeAt(this.#events, this.#gone);
    if (this.#gone * 2 < this.#events.length) return;
    this.#events = this.#events.slice(this.#gone);
    this.#gone = 0;
  }
}

const sizeAt = (events: readonly RecordedEvent[], index: number): number => {
  const event = events[index];
  return event === undefined ? Infinity : sizeOf(event);
};
