import { type RecordedEvent, sizeOf } from '../event-store/index.js';

/** The end of the log as this process wrote it: no hole in it, and no more than so many bytes. */
export class Recent {
  #events: RecordedEvent[] = [];
  #bytes = 0;

  constructor(private readonly limit = 8 * 1_048_576) {}

  /** Adds a batch. Where another process wrote in between, what was kept is of no use any more: it is let go. */
  add(batch: readonly RecordedEvent[]): void {
    const [first] = batch;
    if (first === undefined) return;
    const last = this.#events.at(-1);
    if (last !== undefined && last.position + 1n !== first.position) this.#forget(this.#events.length);
    for (const event of batch) {
      this.#events.push(event);
      this.#bytes += sizeOf(event);
    }
    let surplus = 0;
    for (let bytes = this.#bytes; bytes > this.limit; surplus += 1) bytes -= sizeAt(this.#events, surplus);
    this.#forget(surplus);
  }

  /** At most `limit` events right after `position`; none where they are not all here. */
  after(position: bigint, limit: number): readonly RecordedEvent[] {
    const [first] = this.#events;
    if (first === undefined || position + 1n < first.position) return [];
    const start = Number(position + 1n - first.position);
    return this.#events.slice(start, start + limit);
  }

  #forget(count: number): void {
    for (const event of this.#events.splice(0, count)) this.#bytes -= sizeOf(event);
  }
}

const sizeAt = (events: readonly RecordedEvent[], index: number): number => {
  const event = events[index];
  return event === undefined ? Infinity : sizeOf(event);
};
