import { createHash } from 'node:crypto';
import type { Append, EventStore, ExpectedRevision, NewEvent, ReadRange, RecordedEvent, StreamName, Verdict } from '../../libs/event-store/index.js';
import { EventId } from '../../libs/kernel/index.js';
import { freshStream } from '../contract/event-store/facts.js';

/** What is asked of every store; places in the log by rank, for each store has positions of its own. */
export type Operation =
  | { readonly kind: 'append'; readonly appends: readonly Append[] }
  | { readonly kind: 'read'; readonly ranges: readonly ReadRange[] }
  | { readonly kind: 'log'; readonly after: number; readonly limit: number }
  | { readonly kind: 'places'; readonly ranks: readonly number[] };

const [STREAMS, IDS] = [200, 8];

/** Random operations, the same for the same seed but for the names of the streams, which are new. Repetitions, stale expectations and missing streams are common. */
export function* operations(count: number, seed: number): Generator<Operation> {
  const draw = chance(seed);
  const streams = Array.from({ length: STREAMS }, freshStream);
  const streamOf = (): StreamName => streams[draw(STREAMS)] ?? freshStream();
  const expected = (): ExpectedRevision => (['no-stream', 'any', { at: BigInt(draw(9)) }, { at: BigInt(draw(4)) }] as const)[draw(4)] ?? 'any';
  const events = (stream: StreamName): readonly NewEvent[] => Array.from({ length: 1 + draw(3) }, () => eventOf(stream, draw(IDS)));
  const appendTo = (stream: StreamName): Append => ({ stream, expected: expected(), events: events(stream) });
  const range = (): ReadRange => ({ stream: streamOf(), from: BigInt(draw(8)), direction: draw(2) === 0 ? 'forward' : 'backward', limit: draw(6) });
  for (let made = 0; made < count; made += 1) {
    const stream = streamOf();
    const kind = draw(10);
    if (kind < 6) yield { kind: 'append', appends: Array.from({ length: 1 + draw(3) }, () => appendTo(stream)) };
    else if (kind < 8) yield { kind: 'read', ranges: Array.from({ length: 1 + draw(3) }, range) };
    else if (kind === 8) yield { kind: 'log', after: draw(made + 1), limit: draw(12) };
    else yield { kind: 'places', ranks: Array.from({ length: draw(5) }, () => draw(made + 3)) };
  }
}

/** A store, and where the operations' events are in its log. */
export class Asked {
  readonly #positions: bigint[] = [];

  private constructor(
    private readonly store: EventStore,
    private readonly before: bigint,
  ) {}

  static async on(store: EventStore): Promise<Asked> {
    return new Asked(store, await store.head());
  }

  /** The answer, without what is the store's own. */
  async ask(operation: Operation): Promise<readonly unknown[]> {
    switch (operation.kind) {
      case 'append': {
        const verdicts = await this.store.appendAll(operation.appends);
        await this.#look();
        return verdicts.map((verdict) => this.#told(verdict));
      }
      case 'read':
        return (await this.store.readMany(operation.ranges)).map((events) => events.map((event) => this.#shown(event)));
      case 'log':
        return (await this.store.readAll(this.#position(operation.after), operation.limit)).map((event) => this.#shown(event));
      case 'places':
        return (await this.store.readAt(operation.ranks.map((rank) => this.#position(rank)))).filter(({ position }) => position > this.before).map((event) => this.#shown(event));
    }
  }

  /** What kinds of answers an answer has. */
  static kindsOf(answers: readonly unknown[] | undefined): readonly string[] {
    const kindOf = (answer: unknown): string => {
      if (typeof answer === 'object' && answer !== null && 'kind' in answer) return 'repeated' in answer && answer.repeated === true ? 'repeated' : String(answer.kind);
      return Array.isArray(answer) && answer.length === 0 ? 'nothing' : 'events';
    };
    return (answers ?? []).map(kindOf);
  }

  async #look(): Promise<void> {
    const news = await this.store.readAll(this.#positions.at(-1) ?? this.before, 1_000);
    this.#positions.push(...news.map(({ position }) => position));
  }

  #position(rank: number): bigint {
    return rank === 0 ? this.before : (this.#positions[rank - 1] ?? 2n ** 53n + BigInt(rank));
  }

  #rank(position: bigint): number {
    return this.#positions.indexOf(position) + 1;
  }

  #told(verdict: Verdict): unknown {
    return verdict.kind === 'appended' ? { ...verdict, position: this.#rank(verdict.position) } : verdict;
  }

  #shown({ data, metadata, position, ...event }: RecordedEvent): unknown {
    return { ...event, position: this.#rank(position), data: Buffer.from(data).toString('hex'), metadata: Buffer.from(metadata).toString('hex') };
  }
}

/** The event of a stream with this number: the same bytes each time, an id of its own. */
function eventOf(stream: StreamName, number: number): NewEvent {
  const hash = createHash('sha256').update(`${stream} ${number}`).digest();
  const id = EventId(hash.toString('hex', 0, 16).replace(/^(.{8})(.{4}).(.{3})(.{4})/, '$1-$2-4$3-$4-'));
  return { id, type: 'SomethingHappened', data: hash, metadata: hash.subarray(0, number) };
}

/** Whole numbers below a bound, from a seed. */
function chance(seed: number): (below: number) => number {
  let turn = 0;
  return (below) => createHash('sha256').update(`${seed} ${(turn += 1)}`).digest().readUInt32BE(0) % below;
}
