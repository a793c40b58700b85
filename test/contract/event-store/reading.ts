import { describe, expect, it } from '@jest/globals';
import { MAX_PLACES, type ReadRange } from '../../../libs/event-store/index.js';
import { append, fact, facts, freshStream, idsOf, PAST_DOUBLES, revisionsOf, streamOf, type Subject } from './facts.js';

type Part = Omit<ReadRange, 'stream'>;

// Part of a stream of ten, and the revisions it gives.
const table: readonly (readonly [Part, readonly number[]])[] = [
  [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [{ from: 0n }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [{ from: 7n }, [7, 8, 9]],
  [{ from: 9n }, [9]],
  [{ from: 10n }, []],
  [{ from: PAST_DOUBLES }, []],
  [{ limit: 3 }, [0, 1, 2]],
  [{ limit: 0 }, []],
  [{ limit: 100 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [{ from: 4n, limit: 3 }, [4, 5, 6]],
  [{ from: 8n, limit: 3 }, [8, 9]],
  [{ direction: 'backward' }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
  [{ direction: 'backward', limit: 2 }, [9, 8]],
  [{ direction: 'backward', from: 3n }, [3, 2, 1, 0]],
  [{ direction: 'backward', from: 3n, limit: 2 }, [3, 2]],
  [{ direction: 'backward', from: 0n }, [0]],
  [{ direction: 'backward', from: PAST_DOUBLES, limit: 1 }, [9]],
];

/** Reading streams and the log. */
export function readContract(store: Subject): void {
  describe('a read', () => {
    it.each(table)('of %j', async (part, revisions) => {
      const { stream, events } = await streamOf(store(), 10);
      const read = await store().read({ stream, ...part });
      expect(revisionsOf(read).map(Number)).toEqual(revisions);
      expect(idsOf(read)).toEqual(revisions.map((revision) => events[revision]?.id));
    });

    it.each([{}, { from: 3n }, { direction: 'backward' as const }, { limit: 1 }])('of a missing stream (%j) yields nothing', async (part) => {
      expect(await store().read({ stream: freshStream(), ...part })).toEqual([]);
    });

    it('of many parts at once answers each in the order asked, the same part twice too', async () => {
      const [one, other] = [await streamOf(store(), 3), await streamOf(store(), 5)];
      const ranges: readonly ReadRange[] = [
        { stream: other.stream },
        { stream: freshStream() },
        { stream: one.stream, direction: 'backward' },
        { stream: one.stream },
        { stream: other.stream, from: 4n },
        { stream: other.stream },
        { stream: one.stream, limit: 1 },
        { stream: one.stream, limit: 1 },
      ];
      expect((await store().readMany(ranges)).map((events) => revisionsOf(events).map(Number))).toEqual([[0, 1, 2, 3, 4], [], [2, 1, 0], [0, 1, 2], [4], [0, 1, 2, 3, 4], [0], [0]]);
      expect(await store().readMany([])).toEqual([]);
    });

    it('that others ask at the same moment is answered to each of them', async () => {
      const streams = await Promise.all([1, 2, 3, 4].map((count) => streamOf(store(), count)));
      const reads = await Promise.all(streams.map(({ stream }) => store().read({ stream })));
      expect(reads.map(idsOf)).toEqual(streams.map(({ events }) => idsOf(events)));
    });

    it('of 2,500 streams in one call answers each', async () => {
      const streams = Array.from({ length: 2_500 }, () => freshStream());
      await store().appendAll(streams.map((stream) => append(stream, 'no-stream', fact())));
      const read = await store().readMany(streams.map((stream) => ({ stream })));
      expect(read.map((events) => events.map(({ stream }) => stream))).toEqual(streams.map((stream) => [stream]));
    });

    it('sees every append that was acknowledged before it', async () => {
      const stream = freshStream();
      for (let revision = 0n; revision < 50n; revision += 1n) {
        await store().append(append(stream, revision === 0n ? 'no-stream' : { at: revision - 1n }, fact()));
        const [[last] = []] = await store().readMany([{ stream, direction: 'backward', limit: 1 }]);
        expect(last?.revision).toBe(revision);
      }
    });

    it('gives exact big integers', async () => {
      const { stream } = await streamOf(store(), 1);
      const [event] = await store().read({ stream });
      expect([typeof event?.revision, typeof event?.position, typeof (await store().head())]).toEqual(['bigint', 'bigint', 'bigint']);
    });

    it('that only a bug can ask is refused', async () => {
      const { stream } = await streamOf(store(), 1);
      for (const part of [{ from: -1n }, { limit: -1 }, { limit: 1.5 }, { from: 2n ** 63n }]) await expect(store().read({ stream, ...part })).rejects.toThrow(RangeError);
    });

    it('of the log gives events after a position, in order, at most as many as asked', async () => {
      const before = await store().head();
      const [one, other] = [await streamOf(store(), 2), await streamOf(store(), 3)];
      const all = await store().readAll(before, 100);
      expect(idsOf(all)).toEqual(idsOf([...one.events, ...other.events]));
      expect(await store().readAll(all[0]?.position ?? 0n, 3)).toEqual(all.slice(1, 4));
      expect(await store().readAll(await store().head(), 10)).toEqual([]);
      expect(await store().readAll(before, 0)).toEqual([]);
    });

    it('of places in the log gives the events there, in order, each once, and leaves out what is not there', async () => {
      const before = await store().head();
      await streamOf(store(), 5);
      const all = await store().readAll(before, 5);
      const places = [4, 0, 2, 2].flatMap((index) => all.slice(index, index + 1)).map(({ position }) => position);
      expect(await store().readAt([...places, (places[0] ?? 0n) + 1n, PAST_DOUBLES, 0n])).toEqual([all[0], all[2], all[4]]);
      expect(await store().readAt([])).toEqual([]);
      await expect(store().readAt(Array.from({ length: MAX_PLACES + 1 }, () => 1n))).rejects.toThrow(RangeError);
      await expect(store().readAt([-1n])).rejects.toThrow(RangeError);
    });

    it('of the log and of the stream give the same events', async () => {
      const before = await store().head();
      const stream = freshStream();
      await store().append(append(stream, 'no-stream', ...facts(3)));
      expect(await store().readAll(before, 10)).toEqual(await store().read({ stream }));
    });
  });
}
