import type { DomainEvent, EventCodec } from '../../domain/codec/index.js';
import type { Fold } from '../../kernel/index.js';

/** A kind of stream: its fold and its codec. */
export interface Aggregate<State, Event extends DomainEvent> extends Fold<State, Event> {
  readonly codec: EventCodec<Event>;
  /** True for bases: most of their events are views, which a cold fold never reads. */
  readonly busy?: boolean;
  /** The sealed fields that are opened, by name; all others stay shut. Without it, all are opened. */
  readonly opens?: ReadonlySet<string>;
}
