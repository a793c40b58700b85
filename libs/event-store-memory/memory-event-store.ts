import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ActualRevision,
  admit,
  admitPlaces,
  admitRange,
  type Append,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadRange,
  type RecordedEvent,
  StoreUnavailable,
  type StreamName,
  type Verdict,
} from '../event-store/index.js';

const PAGE = 1000;

/** The log in an array: for tests of rules at the speed of memory. Keeps every promise of the port but durability. */
export class MemoryEventStore extends EventStore {
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<StreamName, RecordedEvent[]>();
  readonly #closing = new AbortController();

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const sizes = appends.map(admit);
    return appends.map((append, index): Verdict => {
      if (this.#closing.signal.aborted) return { kind: 'unavailable' };
      return sizes[index] === 'fits' ? this.#judge(append) : { kind: 'too-large' };
    });
  }

  async readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    ranges.forEach(admitRange);
    this.#mustBeOpen();
    return ranges.map((range) => this.#range(range));
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    this.#mustBeOpen();
    return this.#log.slice(Number(after), Number(after) + limit);
  }

  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    admitPlaces(positions);
    this.#mustBeOpen();
    const asked = new Set(positions);
    return this.#log.filter(({ position }) => asked.has(position));
  }

  async head(): Promise<bigint> {
    this.#mustBeOpen();
    return BigInt(this.#log.length);
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const until = AbortSignal.any([signal, this.#closing.signal]);
    for (let seen = after; !until.aborted; ) {
      const page = this.#log.slice(Number(seen), Number(seen) + PAGE);
      seen += BigInt(page.length);
      if (page.length > 0) yield page;
      else await sleep(5, undefined, { signal: until }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #judge({ stream, expected, events }: Append): Verdict {
    const history = this.#streams.get(stream) ?? [];
    const first = firstOf(expected, history);
    const standing = history.slice(first, first + events.length);
    const repeated = standing.length === events.length && standing.every(({ id }, index) => id === events[index]?.id);
    if (!repeated && first !== history.length) return { kind: 'conflict', actual: endOf(history) };
    const [{ position, revision }] = (repeated ? standing : this.#add(stream, history, events)).slice(-1) as [RecordedEvent];
    return { kind: 'appended', revision, position, repeated };
  }

  #add(stream: StreamName, history: RecordedEvent[], events: readonly NewEvent[]): readonly RecordedEvent[] {
    const added = events.map((event, index) => record(event, stream, { revision: history.length + index, position: this.#log.length + index + 1 }));
    for (const event of added) {
      history.push(event);
      this.#log.push(event);
    }
    this.#streams.set(stream, history);
    return added;
  }

  #range({ stream, from, direction, limit = Infinity }: ReadRange): readonly RecordedEvent[] {
    const history = this.#streams.get(stream) ?? [];
    if (direction === 'backward') return history.slice(0, from === undefined ? undefined : Number(from) + 1).toReversed().slice(0, limit);
    return history.slice(Number(from ?? 0n)).slice(0, limit);
  }

  #mustBeOpen(): void {
    if (this.#closing.signal.aborted) throw new StoreUnavailable();
  }
}

const firstOf = (expected: ExpectedRevision, history: readonly RecordedEvent[]): number => {
  if (expected === 'any') return history.length;
  return expected === 'no-stream' ? 0 : Number(expected.at) + 1;
};

const endOf = (history: readonly RecordedEvent[]): ActualRevision => (history.length === 0 ? 'no-stream' : { at: BigInt(history.length - 1) });

// Copies: what a caller does with its buffers afterwards must not change history.
const record = ({ id, type, data, metadata }: NewEvent, stream: StreamName, { revision, position }: { readonly revision: number; readonly position: number }): RecordedEvent => ({
  id,
  type,
  data: data.slice(),
  metadata: metadata.slice(),
  stream,
  revision: BigInt(revision),
  position: BigInt(position),
});
