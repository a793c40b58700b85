import { describe, expect, it } from '@jest/globals';
import type { EventStore, RecordedEvent } from '../../../libs/event-store/index.js';
import { append, expectInOrder, fact, facts, freshStream, idsOf, positionsAfter, streamOf, type Subject } from './facts.js';

/** Follows until that many events came. */
export async function followUntil(store: EventStore, after: bigint, count: number): Promise<readonly RecordedEvent[]> {
  const enough = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const page of store.follow(after, enough.signal)) {
    seen.push(...page);
    if (seen.length >= count) enough.abort();
  }
  return seen;
}

/** Following the log. */
export function followContract(store: Subject): void {
  describe('a follower', () => {
    it('gets what is there already, page by page, from just after its position', async () => {
      const before = await store().head();
      const { events } = await streamOf(store(), 2_345);
      expect(idsOf(await followUntil(store(), before, 2_345))).toEqual(idsOf(events));
      const [place = 0n] = (await positionsAfter(store(), before)).slice(1_999);
      expect(idsOf(await followUntil(store(), place, 345))).toEqual(idsOf(events.slice(2_000)));
    });

    it('gets what is committed while it follows: nothing left out, no repeat, in order', async () => {
      const before = await store().head();
      const following = followUntil(store(), before, 600);
      const writers = Array.from({ length: 8 }, async () => {
        const stream = freshStream();
        for (let written = 0; written < 75; written += 1) await store().append(append(stream, 'any', fact()));
      });
      await Promise.all(writers);
      const seen = await following;
      expect(seen).toHaveLength(600);
      expectInOrder(store(), seen.map(({ position }) => position), before);
      expect(seen).toEqual(await store().readAll(before, 1_000));
    });

    it('is one of many, each with all of it', async () => {
      const before = await store().head();
      const following = [1, 2, 3].map(() => followUntil(store(), before, 3));
      const { events } = await streamOf(store(), 3);
      expect((await Promise.all(following)).map(idsOf)).toEqual([idsOf(events), idsOf(events), idsOf(events)]);
    });

    it('ends when it is told to, also while nothing happens', async () => {
      const stop = new AbortController();
      const pages = store().follow(await store().head(), stop.signal)[Symbol.asyncIterator]();
      const next = pages.next();
      stop.abort();
      expect(await next).toEqual({ done: true, value: undefined });
    });

    it('does not begin when it was told to end before', async () => {
      await store().append(append(freshStream(), 'no-stream', ...facts(2)));
      expect(await store().follow(0n, AbortSignal.abort())[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
    });
  });
}
