import type { DomainEvent } from '../../domain/codec/index.js';
import type { StreamName } from '../../event-store/index.js';
import { type Decision, type EventId, type Instant, type Refused, refused } from '../../kernel/index.js';
import { type Aggregate, COMMAND_DEADLINE, decisionInstant, type Ledger } from '../ledger/index.js';
import type { Clock } from '../ports/index.js';

/** What every step needs. */
export interface Desk {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** One step of an act that crosses streams. `eventId`: the same act makes the same id for the same place in a stream, so that it can be taken again. */
export interface Step<State, Event extends DomainEvent, Code extends string> {
  readonly of: Aggregate<State, Event>;
  readonly stream: StreamName;
  readonly eventId: (stream: string, ordinal: number) => EventId;
  readonly decide: (state: State, at: Instant) => Decision<Event, Code>;
}

/** How the stream stands once the step is taken. */
export interface Settled<State> {
  readonly kind: 'settled';
  readonly state: State;
}

/**
 * Takes a step until the stream stands as `decide` wants it, and answers how it stands. Unlike `perform` it compares no fingerprint: whether this key was
 * used before for the same document would tell whether the document was known.
 */
export async function settle<State, Event extends DomainEvent, Code extends string>(desk: Desk, step: Step<State, Event, Code>): Promise<Settled<State> | Refused<Code | 'busy'>> {
  const until = performance.now() + COMMAND_DEADLINE;
  do {
    const taken = await take(desk, step);
    if (taken !== undefined) return taken;
  } while (performance.now() < until);
  return refused('busy');
}

/** One try; undefined where the stream has to be read again. */
async function take<State, Event extends DomainEvent, Code extends string>(
  { ledger, clock }: Desk,
  { of, stream, eventId, decide }: Step<State, Event, Code>,
): Promise<Settled<State> | Refused<Code | 'busy'> | undefined> {
  const onto = await ledger.load(of, stream);
  const decision = decide(onto.state, decisionInstant(onto, clock.now()));
  if (decision.kind === 'refused') return decision;
  if (decision.events.length === 0) return { kind: 'settled', state: onto.state };
  const first = onto.revision === undefined ? 0 : Number(onto.revision) + 1;
  const verdict = await ledger.record({ of, onto, events: decision.events.map((event, index) => ({ id: eventId(stream, first + index), event })) });
  if (verdict.kind === 'unavailable' || verdict.kind === 'too-large') return refused('busy');
  // A repeated append is another run of this act: what it wrote is read, not assumed.
  if (verdict.kind !== 'appended' || verdict.repeated) return undefined;
  return { kind: 'settled', state: decision.events.reduce((state, event) => of.evolve(state, event), onto.state) };
}
