import { setTimeout as sleep } from 'node:timers/promises';
import { type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { Connection } from './connection.js';
import type { Reader } from './reader.js';
import { Subscription } from './subscription.js';

const AFTER_FAILURE = 100;

/** How long a subscription may say nothing before it is asked about, in milliseconds. */
const QUIET = 1_000;

/** What a follower needs. */
export interface Following {
  readonly connection: Pick<Connection, 'open'>;
  readonly reader: Pick<Reader, 'head' | 'readAt'>;
  /** For opening a subscription. */
  readonly milliseconds: number;
}

/**
 * Follows the log from a place on. A subscription of the client's never comes back by itself: here a new one begins where the last event was, once that is found to
 * stand where it stood.
 */
export class Follower {
  #seen: bigint;
  #id: string | undefined;

  constructor(
    private readonly following: Following,
    after: bigint,
  ) {
    this.#seen = after;
  }

  /** All events as they are committed, until `signal` aborts. Rejects where the log does not have what was read of it: it was cut, or is another one. */
  async *pages(signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, void> {
    while (!signal.aborted) {
      try {
        await this.#mustStand();
        yield* this.#subscribed(signal);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await sleep(AFTER_FAILURE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #mustStand(): Promise<void> {
    if (this.#seen === 0n) return;
    const [event] = await this.following.reader.readAt([this.#seen]);
    if (event === undefined || event.id !== (this.#id ?? event.id)) throw new Error(`the log does not have what was read of it at position ${this.#seen}`);
    this.#id = event.id;
  }

  async *#subscribed(signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, void> {
    const { connection, milliseconds } = this.following;
    const subscription = await Subscription.begin(connection, { after: this.#seen, signal, milliseconds });
    try {
      while (!signal.aborted) {
        const events = this.#news(await subscription.next(QUIET));
        if (events.length === 0) await this.#mustBeAtEnd(subscription, signal);
        else if (!signal.aborted) yield events;
      }
    } finally {
      subscription.end();
    }
  }

  /** What comes twice is passed on once. */
  #news(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return events.filter(({ position, id }) => {
      if (position <= this.#seen) return false;
      [this.#seen, this.#id] = [position, id];
      return true;
    });
  }

  /** A subscription that says nothing has nothing to say, or its server is frozen, cut off, or leads no more. */
  async #mustBeAtEnd(subscription: Subscription, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const head = await this.following.reader.head();
    if (head > this.#seen && (await subscription.isSilent(QUIET))) throw new StoreUnavailable();
  }
}
