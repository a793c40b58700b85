import type { Append, EventStore } from '../../../libs/event-store/index.js';

/** A store under test, and how to be rid of it. */
export interface Opened {
  readonly store: EventStore;
  /** Another process' store on the same log; the same one where only one can have it. */
  readonly beside: () => EventStore;
  /** An append by somebody else that is under way, and that ends when this is called. */
  readonly commitsLate: (append: Append) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}
