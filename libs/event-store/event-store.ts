import type { EventId } from '../kernel/index.js';

/** `<category>-<id>`: what one decision is consistent with. At most 100 printable ASCII characters. */
export type StreamName = `${string}-${string}`;

/** An event on its way in. Its bytes are given away: nobody changes them once it is appended. They come back identical; `data` and `metadata` together hold at most `MAX_EVENT_BYTES`. */
export interface NewEvent {
  readonly id: EventId;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event of the log. `revision` counts from 0 in its stream; `position` grows in the log, from 1 or more, in commit order: how far apart two are says something only where they have no gaps. */
export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: bigint;
  readonly position: bigint;
}

/** Where the writer believes the stream to be. `any` is never used in an append that may be retried. */
export type ExpectedRevision = 'any' | 'no-stream' | { readonly at: bigint };

/** Where a stream is. */
export type ActualRevision = 'no-stream' | { readonly at: bigint };

/** One or more events for one stream, at most `MAX_APPEND_EVENTS` and `MAX_APPEND_BYTES`: all of them or none. */
export interface Append {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/**
 * What became of an append. `repeated`: the same event ids already stood at `expected` + 1, nothing was written and this is the first answer again.
 * `conflict`, `unavailable` and `too-large`: nothing was written. `unknown`: perhaps; asking again with the same ids and expectation settles it.
 */
export type Verdict =
  | { readonly kind: 'appended'; readonly revision: bigint; readonly position: bigint; readonly repeated: boolean }
  | { readonly kind: 'conflict'; readonly actual: ActualRevision }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unknown' };

/** A part of one stream. `from` is inclusive (forward: default 0; backward: default the end); `limit` counts events. */
export interface ReadRange {
  readonly stream: StreamName;
  readonly from?: bigint;
  readonly direction?: 'forward' | 'backward';
  readonly limit?: number;
}

/** The largest event taken, data and metadata together. */
export const MAX_EVENT_BYTES = 1_048_576;

/** The most events that one append takes. */
export const MAX_APPEND_EVENTS = 10_000;

/** The most bytes that the events of one append hold together. */
export const MAX_APPEND_BYTES = 16 * MAX_EVENT_BYTES;

/** The last revision that a stream can have. What would go past it is `too-large`. */
export const MAX_REVISION = 2n ** 63n - 1n;

/** The most positions that one `readAt` takes. */
export const MAX_PLACES = 1_000;

/** Events of one page of `readThrough`, where a store has no better way. */
const PAGE = 1_000;

/** The store could not be asked, or did not answer in time: a read that fails tells nothing. */
export class StoreUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the event store is not available', options);
    this.name = 'StoreUnavailable';
  }
}

/** The log. Every sentence here is a promise with cases in `test/contract`; every adapter passes the same suite. */
export abstract class EventStore {
  /** Whether positions count 1, 2, 3, without gaps. */
  abstract isGapless(): boolean;

  /** Many independent appends, a verdict each, in the order given: one that loses does not fail its neighbours. Never rejects for what a verdict can say. */
  abstract appendAll(appends: readonly Append[]): Promise<readonly Verdict[]>;

  /** Reads begun after the call, each answered in the order asked; a missing stream yields nothing. Rejects with `StoreUnavailable`. */
  abstract readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]>;

  /** At most `limit` events with positions after `after` (0, the position of an event, or beyond the newest), in position order. Rejects with `StoreUnavailable`. */
  abstract readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]>;

  /** The events at these positions, at most `MAX_PLACES`, in position order, each once; a position that the log does not have is left out. Rejects with `StoreUnavailable`. */
  abstract readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]>;

  /** Position of the newest event, 0 for an empty log. Rejects with `StoreUnavailable`. */
  abstract head(): Promise<bigint>;

  /**
   * All events after `after` (0, or the position of an event), page by page, as they are committed: no event left out, no repeat, in position order; lives through a
   * restart of the server. Ends when `signal` aborts.
   */
  abstract follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;

  /** Ends what is under way and lets go of connections. */
  abstract close(): Promise<void>;

  /**
   * All events after `after` up to and with `upTo`, or to the log's end: a page at a time as they come, in position order, each once. For whoever reads much of
   * the log. Rejects with `StoreUnavailable`.
   */
  async *readThrough(after: bigint, upTo: bigint): AsyncGenerator<readonly RecordedEvent[], void, void> {
    const read = async (from: bigint): Promise<readonly RecordedEvent[]> => (await this.readAll(from, PAGE)).filter(({ position }) => position <= upTo);
    for (let next = after < upTo ? read(after) : undefined; next !== undefined; ) {
      const events = await next;
      const last = events.at(-1);
      if (last === undefined) return;
      // On its way while this one is worked on; where it fails, the error is met when it is waited for.
      next = last.position < upTo ? read(last.position) : undefined;
      next?.catch(() => undefined);
      yield events;
    }
  }

  /** One append. */
  async append(append: Append): Promise<Verdict> {
    const [verdict] = await this.appendAll([append]);
    return verdict ?? { kind: 'unknown' };
  }

  /** One range. */
  async read(range: ReadRange): Promise<readonly RecordedEvent[]> {
    const [events] = await this.readMany([range]);
    return events ?? [];
  }
}
