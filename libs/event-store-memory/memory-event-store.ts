import { setTimeout as sleep } from 'node:timers/promises';
import {
  type ActualRevision,
  admit,
  admitPlaces,
  admitRange,
  type Append,
  EventStore,
  type ExpectedRevision,
  MAX_REVISION,
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
  readonly #first: bigint;

  /** A log that has these events already; its first may stand anywhere, what comes before it is not there. */
  constructor(beginning: readonly RecordedEvent[] = []) {
    super();
    this.#first = beginning[0]?.position ?? 1n;
    for (const event of beginning) this.#keep(event);
  }

  isGapless(): boolean {
    return true;
  }

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    const sizes = appends.map(admit);
    return appends.map((append, index): Verdict => {
      if (sizes[index] !== 'fits') return { kind: 'too-large' };
      return this.#closing.signal.aborted ? { kind: 'unavailable' } : this.#judge(append);
    });
  }

  async readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    ranges.forEach(admitRange);
    this.#mustBeOpen();
    return ranges.map((range) => this.#range(range));
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    this.#mustBeOpen();
    return this.#page(after, limit);
  }

  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    admitPlaces(positions);
    this.#mustBeOpen();
    const asked = new Set(positions);
    return this.#log.filter(({ position }) => asked.has(position));
  }

  async head(): Promise<bigint> {
    this.#mustBeOpen();
    return this.#next() - 1n;
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const until = AbortSignal.any([signal, this.#closing.signal]);
    for (let seen = after; !until.aborted; ) {
      const page = this.#page(seen, PAGE);
      seen = page.at(-1)?.position ?? seen;
      if (page.length > 0) yield page;
      else await sleep(5, undefined, { signal: until }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #judge({ stream, expected, events }: Append): Verdict {
    const history = this.#streams.get(stream) ?? [];
    const place = placeOf(expected, history);
    const standing = place < 0 ? [] : history.slice(place, place + events.length);
    const repeated = standing.length === events.length && standing.every(({ id }, index) => id === events[index]?.id);
    if (repeated) return appended(standing, true);
    if (place !== history.length) return { kind: 'conflict', actual: endOf(history) };
    if (nextOf(history) + BigInt(events.length - 1) > MAX_REVISION) return { kind: 'too-large' };
    return appended(events.map((event) => this.#add(event, stream)), false);
  }

  // Copies, which a Buffer's own slices are not: what a caller does with its buffers afterwards must not change history.
  #add({ id, type, data, metadata }: NewEvent, stream: StreamName): RecordedEvent {
    return this.#keep({ id, type, data: Uint8Array.from(data), metadata: Uint8Array.from(metadata), stream, revision: nextOf(this.#streams.get(stream) ?? []), position: this.#next() });
  }

  #keep(event: RecordedEvent): RecordedEvent {
    const history = this.#streams.get(event.stream) ?? [];
    history.push(event);
    this.#log.push(event);
    this.#streams.set(event.stream, history);
    return event;
  }

  #next(): bigint {
    return this.#first + BigInt(this.#log.length);
  }

  #page(after: bigint, limit: number): readonly RecordedEvent[] {
    const start = after < this.#first ? 0 : Number(after + 1n - this.#first);
    return this.#log.slice(start, start + limit);
  }

  #range({ stream, from, direction, limit = Infinity }: ReadRange): readonly RecordedEvent[] {
    const history = this.#streams.get(stream) ?? [];
    const index = (revision: bigint): number => Math.max(0, Number(revision - (history[0]?.revision ?? 0n)));
    if (direction === 'backward') return history.slice(0, from === undefined ? undefined : index(from + 1n)).toReversed().slice(0, limit);
    return history.slice(index(from ?? 0n)).slice(0, limit);
  }

  #mustBeOpen(): void {
    if (this.#closing.signal.aborted) throw new StoreUnavailable();
  }
}

const appended = (events: readonly RecordedEvent[], repeated: boolean): Verdict => {
  const [{ position, revision }] = events.slice(-1) as [RecordedEvent];
  return { kind: 'appended', revision, position, repeated };
};

const nextOf = (history: readonly RecordedEvent[]): bigint => (history.at(-1)?.revision ?? -1n) + 1n;

/** Where in the history the writer believes the next event to go. */
const placeOf = (expected: ExpectedRevision, history: readonly RecordedEvent[]): number => {
  if (expected === 'any') return history.length;
  return Number((expected === 'no-stream' ? 0n : expected.at + 1n) - (history[0]?.revision ?? 0n));
};

const endOf = (history: readonly RecordedEvent[]): ActualRevision => (history.length === 0 ? 'no-stream' : { at: nextOf(history) - 1n });
