import type { DomainEvent, EventCodec, IdOf, Reading } from '../../domain/codec/index.js';
import type { Append, EventStore, NewEvent, ReadRange, RecordedEvent, StreamName, Verdict } from '../../event-store/index.js';
import type { EventId, InstitutionId, InstitutionName, KeyRef } from '../../kernel/index.js';
import type { Opener, Sealer, Vault } from '../../vault/index.js';
import type { Names } from '../names.js';
import type { SealedEvent } from '../ports/index.js';
import type { Aggregate } from './aggregate.js';
import { FormerNames } from './former-names.js';
import { instantOf, type Loaded, type Memory, unread } from './loaded.js';
import { type Metadata, readMetadata, writeMetadata } from './metadata.js';

/** Events of one aggregate on their way into one stream, with the ids they will have. */
export interface Recording<State, Event extends DomainEvent> {
  readonly of: Aggregate<State, Event>;
  readonly onto: Loaded<State>;
  readonly events: readonly { readonly id: EventId; readonly event: Event }[];
  /** Of the request's body, for idempotency. */
  readonly fingerprint?: string;
}

const VIEW = 'ViewDisclosed';

/** How many events a cold fold of a basis reads at once. */
const TAIL = 16;

/** Where the event store and the vault meet: loads and folds streams, seals and appends events. Knows no rule. */
export class Ledger {
  private readonly former: FormerNames;

  constructor(
    private readonly store: EventStore,
    private readonly vault: Vault,
    names: Names,
  ) {
    this.former = new FormerNames(names);
  }

  /** What an institution is called in an older event, if this process read one. */
  formerName(institution: InstitutionId): InstitutionName | undefined {
    return this.former.nameOf(institution);
  }

  /** The stream as it stands after the call; what sealed fields this process can open are open. */
  async load<State, Event extends DomainEvent>(of: Aggregate<State, Event>, stream: StreamName): Promise<Loaded<State>> {
    const events = of.busy === true ? await this.changesOf(stream) : await this.store.read({ stream });
    return this.extend(of, unread(stream, of.initial), events);
  }

  /** Many streams of one kind in one round trip. */
  async loadMany<State, Event extends DomainEvent>(of: Aggregate<State, Event>, names: readonly StreamName[]): Promise<readonly Loaded<State>[]> {
    const histories = (await this.store.readMany(names.map((stream) => ({ stream })))).map((events) => events.map((event) => read(of, event, this.former.idOf)));
    const opener = await this.openerOf(of, histories.flat());
    return names.map((stream, index) => foldOnto(of, unread(stream, of.initial), histories[index] ?? [], opener));
  }

  /** The same on top of what is remembered of them: each stream is read on from there, and what was opened before counts only while its keys are there. */
  async loadManyOnto<State, Event extends DomainEvent>(of: Aggregate<State, Event>, names: readonly StreamName[], memory: Memory<State>): Promise<readonly Loaded<State>[]> {
    const before = names.map((stream) => memory.get(stream) ?? { loaded: unread(stream, of.initial), keys: [] });
    const histories = (await this.store.readMany(before.map(({ loaded }) => restOf(loaded)))).map((events) => events.map((event) => read(of, event, this.former.idOf)));
    const after = before.map(({ loaded, keys }, index) => ({ loaded, keys: keysOf(of, histories[index] ?? []).reduce(withKey, keys) }));
    const opener = await this.vault.opener(after.flatMap(({ keys }) => keys));
    const isOpen = after.map(({ keys }) => keys.every((key) => opener.has(key)));
    const gone = names.filter((_, index) => isOpen[index] === false);
    // Read anew, what their keys had opened is shut.
    const anew = new Map(gone.length === 0 ? [] : (await this.loadMany(of, gone)).map((each) => [each.stream, each]));
    return after.map(({ loaded, keys }, index) => {
      const folded = anew.get(loaded.stream) ?? foldOnto(of, loaded, histories[index] ?? [], opener);
      if (isOpen[index] === true && folded.revision !== undefined) memory.put(loaded.stream, { loaded: folded, keys });
      else memory.forget(loaded.stream);
      return folded;
    });
  }

  /** Reads what was appended since and folds it on. */
  async refresh<State, Event extends DomainEvent>(of: Aggregate<State, Event>, loaded: Loaded<State>): Promise<Loaded<State>> {
    return this.extend(of, loaded, await this.store.read(restOf(loaded)));
  }

  /** Id of the event right after `onto`, if there is one: tells what became of an append of which nothing is known. */
  async next(onto: Loaded<unknown>): Promise<EventId | undefined> {
    const [event] = await this.store.read({ ...restOf(onto), limit: 1 });
    return event?.id;
  }

  /** Position of the newest event; 0 for an empty log. */
  head(): Promise<bigint> {
    return this.store.head();
  }

  /** Seals and appends, expecting the revision that `onto` was read at. */
  async record<State, Event extends DomainEvent>(recording: Recording<State, Event>): Promise<Verdict> {
    const sealer = await this.vault.sealer(keysToSeal(recording));
    const [verdict] = await this.store.appendAll([toAppend(recording, sealer)]);
    return verdict ?? { kind: 'unknown' };
  }

  /** Many independent recordings, a verdict each. */
  async recordAll<State, Event extends DomainEvent>(recordings: readonly Recording<State, Event>[]): Promise<readonly Verdict[]> {
    const sealer = await this.vault.sealer(recordings.flatMap(keysToSeal));
    return this.store.appendAll(recordings.map((recording) => toAppend(recording, sealer)));
  }

  /** Opens copies of stored events, as read models hold them: of their sealed fields only those that `opens` names, where it is given. */
  async openAll<Event extends DomainEvent>(codec: EventCodec<Event>, sealed: readonly SealedEvent[], opens?: ReadonlySet<string>): Promise<readonly Event[]> {
    const readings = sealed.map((event) => ({ id: event.id, reading: codec.read(event, this.former.idOf) }));
    const opener = await this.vault.opener(readings.flatMap(({ reading }) => reading.keys(opens)));
    return readings.map(({ id, reading }) => reading.event((ref, field, text) => (opens?.has(field) === false ? undefined : opener.open(ref, { eventId: id, field }, text))));
  }

  /** True while every one of these keys is there. */
  async holds(keys: readonly KeyRef[]): Promise<boolean> {
    if (keys.length === 0) return true;
    const opener = await this.vault.opener(keys);
    return keys.every((key) => opener.has(key));
  }

  private async extend<State, Event extends DomainEvent>(of: Aggregate<State, Event>, loaded: Loaded<State>, events: readonly RecordedEvent[]): Promise<Loaded<State>> {
    const readings = events.map((event) => read(of, event, this.former.idOf));
    return foldOnto(of, loaded, readings, await this.openerOf(of, readings));
  }

  private async openerOf<State, Event extends DomainEvent>(of: Aggregate<State, Event>, readings: readonly Read<Event>[]): Promise<Opener> {
    return this.vault.opener(keysOf(of, readings));
  }

  /** The last event and, through each event's pointer to the last change before it, every event that was not a view. One read where few views lie between. */
  private async changesOf(stream: StreamName): Promise<readonly RecordedEvent[]> {
    const tail = await this.store.read({ stream, direction: 'backward', limit: TAIL });
    const known = new Map(tail.map((event) => [event.revision, event]));
    const chain: RecordedEvent[] = [];
    for (let next = tail[0]; next !== undefined; ) {
      chain.push(next);
      const { prev } = readMetadata(next.metadata);
      next = prev === undefined ? undefined : (known.get(BigInt(prev)) ?? (await this.changeAt(stream, BigInt(prev))));
    }
    return chain.toReversed();
  }

  private async changeAt(stream: StreamName, revision: bigint): Promise<RecordedEvent> {
    const [event] = await this.store.read({ stream, from: revision, limit: 1 });
    if (event === undefined) throw new Error('a stream ends before its own pointers');
    return event;
  }
}

/** An event of a stream, what stands in clear read once. */
interface Read<Event extends DomainEvent> {
  readonly recorded: RecordedEvent;
  readonly metadata: Metadata;
  readonly reading: Reading<Event>;
}

/** What of a stream comes behind what was read. */
const restOf = ({ stream, revision }: Loaded<unknown>): ReadRange => (revision === undefined ? { stream } : { stream, from: revision + 1n });

const keysOf = <State, Event extends DomainEvent>({ opens }: Aggregate<State, Event>, readings: readonly Read<Event>[]): readonly KeyRef[] =>
  readings.flatMap(({ recorded, reading }) => (recorded.type === VIEW ? [] : reading.keys(opens)));

/** Fields of one event mostly have one key, and so have events of one stream: each is named once. */
const withKey = (keys: readonly KeyRef[], key: KeyRef): readonly KeyRef[] => (keys.some((known) => known.owner === key.owner && known.class === key.class) ? keys : [...keys, key]);

function read<State, Event extends DomainEvent>({ codec }: Aggregate<State, Event>, recorded: RecordedEvent, idOf: IdOf): Read<Event> {
  const { id, type, data } = recorded;
  const metadata = readMetadata(recorded.metadata);
  return { recorded, metadata, reading: codec.read({ id, type, version: metadata.v, data }, idOf) };
}

function foldOnto<State, Event extends DomainEvent>(of: Aggregate<State, Event>, onto: Loaded<State>, readings: readonly Read<Event>[], opener: Opener): Loaded<State> {
  if (readings.length === 0) return onto;
  const commands = new Map(onto.commands);
  let { state, revision, lastAt, change } = onto;
  for (const { recorded, metadata, reading } of readings) {
    const event = reading.event((ref, field, sealed) => (of.opens?.has(field) === false ? undefined : opener.open(ref, { eventId: recorded.id, field }, sealed)));
    state = of.evolve(state, event);
    revision = recorded.revision;
    const at = instantOf(event);
    lastAt = at ?? lastAt;
    if (recorded.type === VIEW) continue;
    change = { revision: recorded.revision, position: recorded.position };
    commands.set(recorded.id, { fingerprint: metadata.fp, position: recorded.position, at });
  }
  return { stream: onto.stream, state, revision, lastAt, change, commands };
}

const keysToSeal = <State, Event extends DomainEvent>({ of, events }: Recording<State, Event>): readonly KeyRef[] => events.flatMap(({ event }) => of.codec.keysToSeal(event));

function toAppend<State, Event extends DomainEvent>({ of, onto, events, fingerprint }: Recording<State, Event>, sealer: Sealer): Append {
  let prev = onto.change?.revision;
  let revision = onto.revision ?? -1n;
  const sealed = events.map(({ id, event }): NewEvent => {
    const { version, data } = of.codec.encode(event, (ref, field, plain) => sealer.seal(ref, { eventId: id, field }, plain));
    const metadata = writeMetadata(version, prev, fingerprint);
    revision += 1n;
    if (event.type !== VIEW) prev = revision;
    return { id, type: event.type, data, metadata };
  });
  return { stream: onto.stream, expected: onto.revision === undefined ? 'no-stream' : { at: onto.revision }, events: sealed };
}
