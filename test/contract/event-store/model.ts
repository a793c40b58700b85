import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Append, EventStore, ExpectedRevision, ReadRange, RecordedEvent, StreamName, Verdict } from '../../../libs/event-store/index.js';
import { fact, freshStream, type Subject } from './facts.js';

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

/** The port as a list that is looked through from end to end. */
class Model {
  readonly log: Line[] = [];

  constructor(readonly before: bigint) {}

  append({ stream, expected, events }: Append): Verdict {
    const history = this.log.filter((line) => line.stream === stream);
    const first = expected === 'any' ? history.length : expected === 'no-stream' ? 0 : Number(expected.at) + 1;
    const there = history.slice(first, first + events.length);
    const last = there.at(-1);
    if (last !== undefined && there.map(({ id }) => id).join() === events.map(({ id }) => id).join()) return { kind: 'appended', revision: last.revision, position: last.position, repeated: true };
    if (first !== history.length) return { kind: 'conflict', actual: history.length === 0 ? 'no-stream' : { at: BigInt(history.length - 1) } };
    for (const [index, { id }] of events.entries()) this.log.push({ stream, id, revision: BigInt(first + index), position: this.before + BigInt(this.log.length + 1) });
    return { kind: 'appended', revision: BigInt(first + events.length - 1), position: this.before + BigInt(this.log.length), repeated: false };
  }

  read({ stream, from, direction, limit = Infinity }: ReadRange): readonly Line[] {
    const history = this.log.filter((line) => line.stream === stream);
    if (direction === 'backward') return history.filter(({ revision }) => revision <= (from ?? revision)).toReversed().slice(0, limit);
    return history.filter(({ revision }) => revision >= (from ?? 0n)).slice(0, limit);
  }
}

const lines = (events: readonly RecordedEvent[]): readonly Line[] => events.map(({ stream, revision, position, id }) => ({ stream, revision, position, id }));

/** Whatever is asked in whatever order, the store answers as a list would. */
export function modelContract(store: Subject): void {
  it('answers any sequence of appends, repetitions and reads as a plain list does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const streams = Array.from({ length: NAMES }, freshStream);
        const events = Array.from({ length: IDS }, () => fact());
        const model = new Model(await store().head());
        for (const each of steps) {
          const [answered, wanted] = await both(store(), model, each, { streams, events });
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
}

/** What the store answers, and what the list does. */
async function both(store: EventStore, model: Model, step: Step, { streams, events }: Named): Promise<readonly [unknown, unknown]> {
  const name = (index: number): StreamName => streams[index] ?? 'test-none';
  switch (step.kind) {
    case 'append': {
      const appends = step.appends.map((asked): Append => ({ stream: name(asked.stream), expected: asked.expected, events: asked.events.flatMap((index) => events.slice(index, index + 1)) }));
      return [await store.appendAll(appends), appends.map((append) => model.append(append))];
    }
    case 'read': {
      const ranges = step.ranges.map(({ stream, part }): ReadRange => ({ stream: name(stream), ...part }));
      return [(await store.readMany(ranges)).map(lines), ranges.map((range) => model.read(range))];
    }
    case 'log': {
      const [after, places] = [model.before + step.after, step.places.map((place) => model.before + 1n + place)];
      const page = model.log.slice(Number(step.after)).slice(0, step.limit);
      const there = model.log.filter(({ position }) => places.includes(position));
      return [[lines(await store.readAll(after, step.limit)), lines(await store.readAt(places)), await store.head()], [page, there, model.before + BigInt(model.log.length)]];
    }
  }
}
