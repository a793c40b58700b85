import type { DomainEvent } from '../../domain/codec/index.js';
import type { StreamName, Verdict } from '../../event-store/index.js';
import { type Decision, type Instant, type Refused, refused } from '../../kernel/index.js';
import type { CommonRefusal } from '../refusal-codes.js';
import type { CommandRequest } from '../request.js';
import type { Clock } from '../ports/index.js';
import type { Aggregate } from './aggregate.js';
import type { Ledger } from './ledger.js';
import { decisionInstant, instantOf, type Loaded } from './loaded.js';

/** What a command did: the stream after it. `events` is empty where it changed nothing or had been carried out before. */
export interface Performed<State, Event> {
  readonly kind: 'performed';
  readonly after: Loaded<State>;
  readonly events: readonly Event[];
}

/** One command on one stream. `decide` is asked again on fresh history after each conflict. */
export interface Performance<State, Event extends DomainEvent, Code extends string> {
  readonly of: Aggregate<State, Event>;
  readonly stream: StreamName;
  readonly request: CommandRequest;
  readonly decide: (state: State, at: Instant) => Decision<Event, Code>;
  /** What has to stand before the events do: done where some are about to be recorded, perhaps more than once. Where it rejects, so does the command, and records nothing. */
  readonly beforehand?: () => Promise<unknown>;
}

/** How long a command asks again after conflicts and unknown outcomes, in milliseconds. */
export const COMMAND_DEADLINE = 5_000;

/**
 * Load, decide, append; once more from the start after a conflict or an unknown outcome, which the deterministic event ids settle. A command that is
 * already in the stream is not carried out again: same body, same answer; another body, `idempotency-key-reused`.
 */
export async function perform<State, Event extends DomainEvent, Code extends string>(
  ledger: Ledger,
  clock: Clock,
  command: Performance<State, Event, Code>,
): Promise<Performed<State, Event> | Refused<Code | CommonRefusal>> {
  const until = performance.now() + COMMAND_DEADLINE;
  do {
    const loaded = await ledger.load(command.of, command.stream);
    const settled = await attempt(ledger, clock, command, loaded);
    if (settled !== undefined) return settled;
  } while (performance.now() < until);
  return refused('busy');
}

/** One round; undefined where it has to be decided again. */
async function attempt<State, Event extends DomainEvent, Code extends string>(
  ledger: Ledger,
  clock: Clock,
  { of, stream, request, decide, beforehand }: Performance<State, Event, Code>,
  loaded: Loaded<State>,
): Promise<Performed<State, Event> | Refused<Code | CommonRefusal> | undefined> {
  const first = request.eventId(stream, 0);
  const unchanged = { kind: 'performed', after: loaded, events: [] } as const;
  const before = loaded.commands.get(first);
  if (before !== undefined) return request.left(before.fingerprint) ? unchanged : refused('idempotency-key-reused');
  const decision = await decidedBehind(beforehand, () => decide(loaded.state, decisionInstant(loaded, clock.now())));
  if (decision.kind === 'refused') return decision;
  if (decision.events.length === 0) return unchanged;
  const events = decision.events.map((event, index) => ({ id: request.eventId(stream, index), event }));
  const verdict = await ledger.record({ of, onto: loaded, events, fingerprint: request.fingerprint });
  if (verdict.kind === 'appended' && !verdict.repeated) return { kind: 'performed', after: applied(of, loaded, decision.events, verdict), events: decision.events };
  return undecided(verdict);
}

/** Where something is to be recorded, what has to stand first does, and it is decided after that: nothing is of an instant before it. */
async function decidedBehind<Event, Code extends string>(beforehand: (() => Promise<unknown>) | undefined, decide: () => Decision<Event, Code>): Promise<Decision<Event, Code>> {
  const decision = decide();
  if (beforehand === undefined || decision.kind === 'refused' || decision.events.length === 0) return decision;
  await beforehand();
  return decide();
}

/** Nothing was written: said. Else it is decided again, on what stands: also where a request under the same key came first, for its body may be another. */
const undecided = ({ kind }: Verdict): Refused<'busy'> | undefined => (kind === 'unavailable' || kind === 'too-large' ? refused('busy') : undefined);

function applied<State, Event extends DomainEvent>(
  of: Aggregate<State, Event>,
  loaded: Loaded<State>,
  events: readonly Event[],
  { revision, position }: { readonly revision: bigint; readonly position: bigint },
): Loaded<State> {
  const lastAt = events.map(instantOf).findLast((at) => at !== undefined) ?? loaded.lastAt;
  return { ...loaded, state: events.reduce((state, event) => of.evolve(state, event), loaded.state), revision, lastAt, change: { revision, position } };
}
