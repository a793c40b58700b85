import { describe, expect, it } from '@jest/globals';
import { type ExpectedRevision, MAX_APPEND_BYTES, MAX_APPEND_EVENTS, MAX_EVENT_BYTES, MAX_REVISION, type NewEvent, type Verdict } from '../../../libs/event-store/index.js';
import { append, expectInOrder, fact, facts, freshStream, idsOf, PAST_DOUBLES, streamOf, type Subject } from './facts.js';

const at = (revision: bigint): ExpectedRevision => ({ at: revision });
const goesInAt = (revision: bigint): Partial<Verdict> => ({ kind: 'appended', revision, repeated: false });
const conflictAt = (revision: bigint): Verdict => ({ kind: 'conflict', actual: { at: revision } });
const noStream: Verdict = { kind: 'conflict', actual: 'no-stream' };

// Events in the stream, what the writer expects, what it is told.
const table: readonly (readonly [number, ExpectedRevision, Partial<Verdict>])[] = [
  [0, 'any', goesInAt(0n)],
  [1, 'any', goesInAt(1n)],
  [40, 'any', goesInAt(40n)],
  [0, 'no-stream', goesInAt(0n)],
  [1, 'no-stream', conflictAt(0n)],
  [40, 'no-stream', conflictAt(39n)],
  [0, at(0n), noStream],
  [0, at(7n), noStream],
  [0, at(MAX_REVISION), noStream],
  [1, at(0n), goesInAt(1n)],
  [1, at(1n), conflictAt(0n)],
  [1, at(PAST_DOUBLES), conflictAt(0n)],
  [1, at(MAX_REVISION), conflictAt(0n)],
  [40, at(39n), goesInAt(40n)],
  [40, at(38n), conflictAt(39n)],
  [40, at(0n), conflictAt(39n)],
  [40, at(40n), conflictAt(39n)],
];

/** Optimistic concurrency: where the writer believes the stream to be. */
export function expectationContract(store: Subject): void {
  describe('an append', () => {
    it.each(table)('to %d events expecting %j is told %j', async (count, expected, told) => {
      const { stream, events } = await streamOf(store(), count);
      const one = fact();
      expect(await store().append(append(stream, expected, one))).toMatchObject(told);
      expect(idsOf(await store().read({ stream }))).toEqual(idsOf(told.kind === 'appended' ? [...events, one] : events));
    });

    it('that expects a stream to be at its very end loses alone', async () => {
      const [stream, one] = [freshStream(), fact()];
      const verdicts = await store().appendAll([append(freshStream(), at(MAX_REVISION - 1n), ...facts(3)), append(stream, 'no-stream', one), append(freshStream(), at(MAX_REVISION), fact())]);
      expect(verdicts).toMatchObject([noStream, goesInAt(0n), noStream]);
      expect(idsOf(await store().read({ stream }))).toEqual([one.id]);
    });

    it('of several events takes all or none', async () => {
      const { stream, events } = await streamOf(store(), 3);
      expect(await store().append(append(stream, at(1n), ...facts(3)))).toEqual(conflictAt(2n));
      const more = facts(3);
      expect(await store().append(append(stream, at(2n), ...more))).toMatchObject(goesInAt(5n));
      expect(idsOf(await store().read({ stream }))).toEqual(idsOf([...events, ...more]));
    });

    it('takes 5,000 events at once, in their order', async () => {
      const { stream, events } = await streamOf(store(), 5_000);
      const read = await store().read({ stream });
      expect(idsOf(read)).toEqual(idsOf(events));
      expect(read.every(({ revision }, index) => revision === BigInt(index))).toBe(true);
      expectInOrder(store(), read.map(({ position }) => position));
    });

    // Letters: read, a byte that is none takes up to four, and so many of them more than a slow machine sends in time.
    it.each<readonly [string, () => readonly NewEvent[]]>([
      ['events', () => facts(MAX_APPEND_EVENTS)],
      ['bytes', () => Array.from({ length: MAX_APPEND_BYTES / MAX_EVENT_BYTES }, () => ({ ...fact(Buffer.alloc(MAX_EVENT_BYTES - 4, 'x')), metadata: Buffer.from('none') }))],
    ])('takes as many %s as it may have', async (_, some) => {
      const [stream, events] = [freshStream(), some()];
      expect(await store().append(append(stream, 'no-stream', ...events))).toMatchObject(goesInAt(BigInt(events.length - 1)));
      expect(idsOf(await store().read({ stream }))).toEqual(idsOf(events));
    });

    it('names the last event it wrote', async () => {
      const { stream } = await streamOf(store(), 2);
      const verdict = await store().append(append(stream, at(1n), ...facts(4)));
      const [last] = await store().read({ stream, direction: 'backward', limit: 1 });
      expect(verdict).toEqual({ kind: 'appended', revision: 5n, position: last?.position, repeated: false });
      expect(await store().head()).toBeGreaterThanOrEqual(last?.position ?? 0n);
    });

    it('that only a bug can make is refused before its neighbours are touched', async () => {
      const { stream } = await streamOf(store(), 1);
      for (const bug of [append(stream, 'any'), append(stream, at(-1n), fact()), append(stream, at(2n ** 63n), fact()), append('noname-ü', 'any', fact()), append(`long-${'x'.repeat(100)}`, 'any', fact())]) {
        await expect(store().appendAll([append(freshStream(), 'any', fact()), bug])).rejects.toThrow(RangeError);
      }
    });
  });
}
