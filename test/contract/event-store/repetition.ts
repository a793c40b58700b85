import { describe, expect, it } from '@jest/globals';
import { type NewEvent, type Verdict } from '../../../libs/event-store/index.js';
import { again, append, fact, facts, freshStream, idsOf, positionIn, streamOf, type Subject } from './facts.js';

const repeats = (first: Verdict): Verdict => ({ ...first, ...(first.kind === 'appended' ? { repeated: true } : {}) });

/** A retry is answered with its first answer, by the ids of its events alone. */
export function repetitionContract(store: Subject): void {
  describe('an append that is asked again', () => {
    it('at once is answered alike and writes nothing', async () => {
      const asked = append(freshStream(), 'no-stream', ...facts(3));
      const first = await store().append(asked);
      expect(await store().append(asked)).toEqual(repeats(first));
      expect(idsOf(await store().read({ stream: asked.stream }))).toEqual(idsOf(asked.events));
    });

    it('much later and with another body is answered alike and changes nothing', async () => {
      const { stream } = await streamOf(store(), 2);
      const events = facts(2);
      const first = await store().append(append(stream, { at: 1n }, ...events));
      for (let revision = 3n; revision < 9n; revision += 1n) await store().append(append(stream, { at: revision }, fact()));
      const before = await store().read({ stream });
      expect(await store().append(append(stream, { at: 1n }, ...events.map(again)))).toEqual(repeats(first));
      expect(await store().read({ stream })).toEqual(before);
    });

    it('in the same batch is answered alike and goes in once', async () => {
      const asked = append(freshStream(), 'no-stream', ...facts(2));
      const [first, second, third] = await store().appendAll([asked, asked, append(asked.stream, { at: 1n }, fact())]);
      expect(first).toMatchObject({ kind: 'appended', revision: 1n, repeated: false });
      expect(second).toEqual(repeats(first ?? { kind: 'unknown' }));
      expect(third).toMatchObject({ kind: 'appended', revision: 2n, repeated: false });
      expect(await store().read({ stream: asked.stream })).toHaveLength(3);
    });

    it('partly before a batch and partly in it is answered as a whole', async () => {
      const { stream, events } = await streamOf(store(), 1);
      const next = fact();
      const [, whole] = await store().appendAll([append(stream, { at: 0n }, next), append(stream, 'no-stream', ...events, next)]);
      expect(whole).toMatchObject({ kind: 'appended', revision: 1n, repeated: true });
    });

    it('by many at the same time goes in once', async () => {
      const asked = append(freshStream(), 'no-stream', ...facts(2));
      const verdicts = await Promise.all(Array.from({ length: 16 }, () => store().append(asked)));
      expect(new Set(verdicts.map(positionIn)).size).toBe(1);
      expect(verdicts.filter((verdict) => verdict.kind === 'appended' && !verdict.repeated)).toHaveLength(1);
    });

    it.each<readonly [string, (old: readonly NewEvent[]) => readonly NewEvent[]]>([
      ['half old and half new', ([old]) => [...(old === undefined ? [] : [old]), fact()]],
      ['new, all but the last', (old) => [fact(), ...old.slice(1)]],
      ['longer than what stands', (old) => [...old, fact()]],
      ['in another order', (old) => old.toReversed()],
    ])('%s is a conflict', async (_, change) => {
      const { stream, events } = await streamOf(store(), 2);
      expect(await store().append(append(stream, 'no-stream', ...change(events)))).toEqual({ kind: 'conflict', actual: { at: 1n } });
    });

    it('at another place is a conflict, although its ids are there', async () => {
      const { stream, events } = await streamOf(store(), 4);
      expect(await store().append(append(stream, { at: 0n }, ...events.slice(2)))).toEqual({ kind: 'conflict', actual: { at: 3n } });
    });

    it('in another stream is an event of its own', async () => {
      const { events } = await streamOf(store(), 1);
      expect(await store().append(append(freshStream(), 'no-stream', ...events))).toMatchObject({ kind: 'appended', revision: 0n, repeated: false });
    });

    it('expecting `any` is written again: such an append may not be retried', async () => {
      const asked = append(freshStream(), 'any', fact());
      await store().append(asked);
      expect(await store().append(asked)).toMatchObject({ kind: 'appended', revision: 1n, repeated: false });
    });
  });
}
