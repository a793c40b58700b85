import { describe, expect, it } from '@jest/globals';
import { type EventStore, MAX_REVISION, type RecordedEvent } from '../../../libs/event-store/index.js';
import { again, append, fact, facts, freshStream, idsOf, PAST_DOUBLES, positionIn } from './facts.js';
import { followUntil } from './following.js';

/** A store whose log has these events already, and how to be rid of it. */
export type OpenFar = (beginning: readonly RecordedEvent[]) => Promise<{ readonly store: EventStore; readonly close: () => Promise<void> }>;

/** A log and a stream that are further on than a double counts: neighbours look alike to whoever rounds. For adapters that can be given such a log. */
export function farContract(name: string, open: OpenFar): void {
  describe(`${name}, far on:`, () => {
    it('revisions and positions stay exact past 2^53: written, asked again, read and followed', async () => {
      const stream = freshStream();
      const { store, close } = await open([{ ...fact(), stream, revision: PAST_DOUBLES, position: PAST_DOUBLES }]);
      const place = (ahead: bigint) => ({ revision: PAST_DOUBLES + ahead, position: PAST_DOUBLES + ahead });

      expect(await store.append(append(stream, { at: PAST_DOUBLES - 1n }, fact()))).toEqual({ kind: 'conflict', actual: { at: PAST_DOUBLES } });
      expect(await store.append(append(stream, { at: PAST_DOUBLES + 1n }, fact()))).toEqual({ kind: 'conflict', actual: { at: PAST_DOUBLES } });
      const mine = facts(3);
      expect(await store.append(append(stream, { at: PAST_DOUBLES }, ...mine))).toEqual({ kind: 'appended', ...place(3n), repeated: false });
      expect(await store.append(append(stream, { at: PAST_DOUBLES }, ...mine.map(again)))).toEqual({ kind: 'appended', ...place(3n), repeated: true });
      expect(await store.append(append(stream, { at: PAST_DOUBLES + 1n }, ...mine.slice(1, 2), fact()))).toEqual({ kind: 'conflict', actual: { at: PAST_DOUBLES + 3n } });

      const places = [1n, 2n, 3n].map(place);
      expect(await store.read({ stream, from: PAST_DOUBLES + 1n })).toMatchObject(places);
      expect(await store.read({ stream, from: PAST_DOUBLES + 2n, direction: 'backward', limit: 2 })).toMatchObject([place(2n), place(1n)]);
      expect(await store.readAll(PAST_DOUBLES, 2)).toMatchObject(places.slice(0, 2));
      expect(await store.readAt([PAST_DOUBLES + 3n, PAST_DOUBLES + 1n, PAST_DOUBLES - 1n])).toMatchObject([place(1n), place(3n)]);
      expect(await store.head()).toBe(PAST_DOUBLES + 3n);
      expect(idsOf(await followUntil(store, PAST_DOUBLES + 1n, 2))).toEqual(idsOf(mine.slice(1)));
      expect(positionIn(await store.append(append(freshStream(), 'no-stream', fact())))).toBe(PAST_DOUBLES + 4n);
      await close();
    });

    it('a stream that is at its last revision takes no more, and whoever stands beside it is not harmed', async () => {
      const [stream, other] = [freshStream(), freshStream()];
      const { store, close } = await open([{ ...fact(), stream, revision: MAX_REVISION, position: 1n }]);
      const verdicts = await store.appendAll([append(stream, { at: MAX_REVISION }, fact()), append(other, 'no-stream', fact()), append(stream, 'any', fact())]);
      expect(verdicts).toMatchObject([{ kind: 'too-large' }, { kind: 'appended', revision: 0n }, { kind: 'too-large' }]);
      expect(await store.read({ stream })).toHaveLength(1);
      await close();
    });

    it('is read through to its end, wherever it begins', async () => {
      const stream = freshStream();
      const { store, close } = await open([{ ...fact(), stream, revision: 0n, position: PAST_DOUBLES }]);
      expect(positionIn(await store.append(append(stream, { at: 0n }, fact())))).toBe(PAST_DOUBLES + 1n);
      const read: bigint[] = [];
      for await (const page of store.readThrough(0n, 2n ** 63n - 1n)) read.push(...page.map(({ position }) => position));
      expect(read).toEqual([PAST_DOUBLES, PAST_DOUBLES + 1n]);
      await close();
    });
  });
}
