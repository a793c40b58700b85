import { describe, expect, it } from '@jest/globals';
import { append, eventsAfter, expectInOrder, fact, facts, freshStream, idsOf, positionIn, positionsAfter, revisionsOf, streamOf, type Subject } from './facts.js';

const WRITERS = 64;
const MANY = 1_000;

/** Many appends at once, each with a verdict of its own. */
export function manyAppendsContract(store: Subject): void {
  describe('many appends', () => {
    it('are answered one by one, in the order given; one that loses does not fail its neighbours', async () => {
      const { stream } = await streamOf(store(), 1);
      const [one, other] = [freshStream(), freshStream()];
      const verdicts = await store().appendAll([
        append(one, 'no-stream', ...facts(2)),
        append(stream, 'no-stream', ...facts(3)),
        append(other, { at: 4n }, fact()),
        append(stream, { at: 0n }, fact(new Uint8Array(2_000_000))),
        append(stream, { at: 0n }, fact()),
        append(other, 'no-stream', fact()),
      ]);
      expect(verdicts).toMatchObject([
        { kind: 'appended', revision: 1n },
        { kind: 'conflict', actual: { at: 0n } },
        { kind: 'conflict', actual: 'no-stream' },
        { kind: 'too-large' },
        { kind: 'appended', revision: 1n },
        { kind: 'appended', revision: 0n },
      ]);
    });

    it('that lose leave nothing behind, not even a number', async () => {
      const { stream } = await streamOf(store(), 1);
      const before = await store().head();
      await store().appendAll([append(stream, 'no-stream', ...facts(5)), append(freshStream(), 'no-stream', fact()), append(stream, { at: 9n }, fact()), append(stream, { at: 0n }, ...facts(2))]);
      const added = await store().readAll(before, 100);
      expect(added).toHaveLength(3);
      expectInOrder(store(), added.map(({ position }) => position), before);
    });

    it('build on one another within one call', async () => {
      const stream = freshStream();
      const verdicts = await store().appendAll([append(stream, 'no-stream', fact()), append(stream, { at: 0n }, ...facts(2)), append(stream, { at: 2n }, fact()), append(stream, 'any', fact())]);
      expect(verdicts.map((verdict) => (verdict.kind === 'appended' ? verdict.revision : verdict.kind))).toEqual([0n, 2n, 3n, 4n]);
    });

    it('that build on one that lost lose too', async () => {
      const { stream } = await streamOf(store(), 2);
      const verdicts = await store().appendAll([append(stream, { at: 0n }, ...facts(2)), append(stream, { at: 3n }, fact()), append(stream, { at: 4n }, fact()), append(stream, { at: 1n }, fact())]);
      expect(verdicts.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'conflict', 'appended']);
      expect(await store().read({ stream })).toHaveLength(3);
    });

    it('a thousand at once are answered one by one, too, and build on one another wherever they stand', async () => {
      const { stream } = await streamOf(store(), 2);
      const [long, before] = [freshStream(), await store().head()];
      const others = Array.from({ length: MANY }, () => append(freshStream(), 'no-stream', fact()));
      const all = [append(long, 'no-stream', ...facts(2)), append(stream, { at: 0n }, fact()), ...others.slice(1), append(long, { at: 1n }, fact()), append(stream, { at: 1n }, fact())];
      const answers = await store().appendAll(all);
      expect(answers.map((verdict) => (verdict.kind === 'appended' ? verdict.revision : verdict.kind))).toEqual([1n, 'conflict', ...others.slice(1).map(() => 0n), 2n, 2n]);
      const written = await eventsAfter(store(), before);
      expect(written).toHaveLength(MANY + 3);
      expectInOrder(store(), written.map(({ position }) => position), before);
      const there = new Set(written.map(({ id, position }) => `${id} ${position}`));
      const told = answers.flatMap((verdict, index) => (verdict.kind === 'appended' ? [`${all[index]?.events.at(-1)?.id} ${verdict.position}`] : []));
      expect(told.filter((one) => !there.has(one))).toEqual([]);
    });

    it('a thousand at once, asked again, are told what they were told', async () => {
      const all = [...Array.from({ length: MANY }, () => append(freshStream(), 'no-stream', fact())), append(freshStream(), 'no-stream', ...facts(MANY))];
      const first = await store().appendAll(all);
      expect(first.every(({ kind }) => kind === 'appended')).toBe(true);
      const head = await store().head();
      expect(await store().appendAll(all)).toEqual(first.map((verdict) => ({ ...verdict, repeated: true })));
      expect(await store().head()).toBe(head);
    });

    it(`from ${WRITERS} writers on one stream: one winner for each revision, no hole`, async () => {
      const stream = freshStream();
      const winners = await Promise.all(
        Array.from({ length: WRITERS }, async () => {
          const mine = fact();
          for (let lost = 0; ; lost += 1) {
            const [last] = await store().read({ stream, direction: 'backward', limit: 1 });
            const verdict = await store().append(append(stream, last === undefined ? 'no-stream' : { at: last.revision }, mine));
            if (verdict.kind === 'appended') return { id: mine.id, revision: verdict.revision };
            if (verdict.kind !== 'conflict') throw new Error(verdict.kind);
          }
        }),
      );
      const read = await store().read({ stream });
      expect(revisionsOf(read)).toEqual(Array.from({ length: WRITERS }, (_, index) => BigInt(index)));
      expect(idsOf(read)).toEqual(winners.toSorted((a, b) => Number(a.revision - b.revision)).map(({ id }) => id));
      // Some thousand questions: on a busy machine a server beside its client takes its time.
    }, 180_000);

    it('to one revision at the same time: exactly one wins, the others are told where the stream is', async () => {
      const { stream } = await streamOf(store(), 1);
      const verdicts = await Promise.all(Array.from({ length: WRITERS }, () => store().append(append(stream, { at: 0n }, fact()))));
      expect(verdicts.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      expect(verdicts.filter(({ kind }) => kind === 'conflict')).toEqual(Array.from({ length: WRITERS - 1 }, () => ({ kind: 'conflict', actual: { at: 1n } })));
    });

    it('to many streams at the same time all go in, once each', async () => {
      const before = await store().head();
      const verdicts = await Promise.all(Array.from({ length: 500 }, () => store().append(append(freshStream(), 'no-stream', fact()))));
      const positions = verdicts.map(positionIn).toSorted((a, b) => Number(a - b));
      expectInOrder(store(), positions, before);
      expect(await positionsAfter(store(), before)).toEqual(positions);
    });

    it('none at all are answered with no verdicts', async () => {
      expect(await store().appendAll([])).toEqual([]);
    });
  });
}
