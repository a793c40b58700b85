import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Append, EventStore, ExpectedRevision, ReadRange, RecordedEvent, StreamName, Verdict } from '../../../libs/event-store/index.js';
import { expectInOrder, fact, freshStream, type Subject } from './facts.js';

const NAMES = 3;
const IDS = 6;

/** What is asked of both; streams and events by number. */
type Step =
  | { readonly kind: 'append'; readonly appends: readonly { readonly stream: number; readonly expected: ExpectedRevision; readonly events: readonly number[] }[] }
  | { readonly kind: 'read'; readonly ranges: readonly { readonly stream: number; readonly part: Omit<ReadRange, 'stream'> }[] }
  | { readonly kind: 'log'; readonly after: bigint; readonly limit: number; readonly places: readonly bigint[] };

const stream = fc.nat(NAMES - 1);
const small = fc.bigInt(0n, 6n);
const expected = fc.oneof(fc.constant<ExpectedRevision>('no-stream'), fc.constant<ExpectedRevision>('any'), small.map((at): ExpectedRevision => ({ at })));
const asked = fc.record({ stream, expected, events: fc.array(fc.nat(IDS - 1), { minLength: 1, maxLength: 3 }) });
const part = fc.record({ from: small, direction: fc.constantFrom('forward' as const, 'backward' as const), limit: fc.nat(4) }, { requiredKeys: [] });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('append' as const), appends: fc.array(asked, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), ranges: fc.array(fc.record({ stream, part }), { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('log' as const), after: small, limit: fc.nat(8), places: fc.array(small, { maxLength: 4 }) }) },
);

type Line = Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'id'>;

/** A verdict that names the last line of an append, wherever that will stand. */
type Judged = { readonly line: Line; readonly repeated: boolean } | Exclude<Verdict, { readonly kind: 'appended' }>;

/** The port as a list that is looked through from end to end. */
class Model {
  readonly log: Line[] = [];

  append({ stream, expected, events }: Append): Judged {
    const history = this.log.filter((line) => line.stream === stream);
    const first = expected === 'any' ? history.length : expected === 'no-stream' ? 0 : Number(expected.at) + 1;
    const there = history.slice(first, first + events.length);
    const last = there.at(-1);
    if (last !== undefined && there.map(({ id }) => id).join() === events.map(({ id }) => id).join()) return { line: last, repeated: true };
    if (first !== history.length) return { kind: 'conflict', actual: history.length === 0 ? 'no-stream' : { at: BigInt(history.length - 1) } };
    const added = events.map(({ id }, index): Line => ({ stream, id, revision: BigInt(first + index), position: BigInt(this.log.length + index + 1) }));
    this.log.push(...added);
    const [newest] = added.slice(-1);
    if (newest === undefined) throw new Error('an append holds at least one event');
    return { line: newest, repeated: false };
  }

  /** Appends of one call that go to different streams have an order that only the store knows; what was there before keeps its own. */
  settle(known: number, standing: readonly Pick<Line, 'stream' | 'revision'>[]): void {
    const place = ({ stream, revision }: Pick<Line, 'stream' | 'revision'>): number => standing.findIndex((line) => line.stream === stream && line.revision === revision);
    const fresh = this.log.splice(known).toSorted((one, other) => place(one) - place(other));
    this.log.push(...fresh.map((line, index) => Object.assign(line, { position: BigInt(known + index + 1) })));
  }

  read({ stream, from, direction, limit = Infinity }: ReadRange): readonly Line[] {
    const history = this.log.filter((line) => line.stream === stream);
    if (direction === 'backward') return history.filter(({ revision }) => revision <= (from ?? revision)).toReversed().slice(0, limit);
    return history.filter(({ revision }) => revision >= (from ?? 0n)).slice(0, limit);
  }
}

const lines = (events: readonly RecordedEvent[]): readonly Line[] => events.map(({ stream, revision, position, id }) => ({ stream, revision, position, id }));

/** Where the model's events are in the store: the n-th of them has a position there that only the store knows. */
class Places {
  #positions: readonly bigint[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly before: bigint,
  ) {}

  /** What stands there now. */
  async look(): Promise<readonly RecordedEvent[]> {
    const standing = await this.store.readAll(this.before, 1_000);
    this.#positions = standing.map(({ position }) => position);
    expectInOrder(this.store, this.#positions, this.before);
    return standing;
  }

  /** The position of the n-th event; beyond the last, one that nothing has. */
  of(rank: bigint): bigint {
    return rank === 0n ? this.before : (this.#positions[Number(rank) - 1] ?? (this.#positions.at(-1) ?? this.before) + rank * 1_000n);
  }

  /** An answer of the store, in the model's numbers. */
  ranked<T extends { readonly position: bigint }>(line: T): T {
    return { ...line, position: this.rank(line.position) };
  }

  rank(position: bigint): bigint {
    return position === this.before ? 0n : BigInt(this.#positions.indexOf(position) + 1);
  }
}

/** Whatever is asked in whatever order, the store answers as a list would. */
export function modelContract(store: Subject): void {
  it('answers any sequence of appends, repetitions and reads as a plain list does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const streams = Array.from({ length: NAMES }, freshStream);
        const events = Array.from({ length: IDS }, () => fact());
        const [model, places] = [new Model(), new Places(store(), await store().head())];
        for (const each of steps) {
          const [answered, wanted] = await both(store(), model, each, { streams, events, places });
          expect(answered).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
}

interface Named {
  readonly streams: readonly StreamName[];
  readonly events: readonly ReturnType<typeof fact>[];
  readonly places: Places;
}

/** What the store answers, and what the list does. */
async function both(store: EventStore, model: Model, step: Step, { streams, events, places }: Named): Promise<readonly [unknown, unknown]> {
  const name = (index: number): StreamName => streams[index] ?? 'test-none';
  switch (step.kind) {
    case 'append': {
      const appends = step.appends.map((asked): Append => ({ stream: name(asked.stream), expected: asked.expected, events: asked.events.flatMap((index) => events.slice(index, index + 1)) }));
      const [known, verdicts] = [model.log.length, await store.appendAll(appends)];
      const judged = appends.map((append) => model.append(append));
      model.settle(known, await places.look());
      const told = (verdict: Judged): Verdict => ('line' in verdict ? { kind: 'appended', revision: verdict.line.revision, position: verdict.line.position, repeated: verdict.repeated } : verdict);
      return [verdicts.map((verdict) => (verdict.kind === 'appended' ? places.ranked(verdict) : verdict)), judged.map(told)];
    }
    case 'read': {
      const ranges = step.ranges.map(({ stream, part }): ReadRange => ({ stream: name(stream), ...part }));
      return [(await store.readMany(ranges)).map((events) => lines(events).map((line) => places.ranked(line))), ranges.map((range) => model.read(range))];
    }
    case 'log': {
      const asked = step.places.map((place) => place + 1n);
      const page = model.log.slice(Number(step.after)).slice(0, step.limit);
      const there = model.log.filter(({ position }) => asked.includes(position));
      const answered = [await store.readAll(places.of(step.after), step.limit), await store.readAt(asked.map((rank) => places.of(rank)))].map((events) => lines(events).map((line) => places.ranked(line)));
      return [[...answered, places.rank(await store.head())], [page, there, BigInt(model.log.length)]];
    }
  }
}
