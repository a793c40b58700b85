import { describe, expect, it } from '@jest/globals';
import { MAX_EVENT_BYTES, StoreUnavailable } from '../../../libs/event-store/index.js';
import type { Opened } from './opened.js';
import { append, fact, facts, freshStream } from './facts.js';

/** What a store does when it is closed, and a follower that nobody listens to any more. */
export function closingContract(open: () => Promise<Opened>): void {
  describe('a store that is closed', () => {
    it('answers what was asked before; what comes later was not asked at all', async () => {
      const { store, close } = await open();
      const stream = freshStream();
      const last = store.appendAll([append(stream, 'no-stream', fact()), append(stream, { at: 0n }, fact())]);
      await Promise.all([store.close(), last.then((verdicts) => expect(verdicts).toMatchObject([{ kind: 'appended' }, { kind: 'appended', revision: 1n }]))]);
      expect(await store.append(append(stream, { at: 1n }, fact()))).toEqual({ kind: 'unavailable' });
      expect(await store.append(append(stream, { at: 1n }, fact(new Uint8Array(MAX_EVENT_BYTES))))).toEqual({ kind: 'too-large' });
      const reads = [store.read({ stream }), store.readAll(0n, 1), store.readAt([1n]), store.head(), store.readThrough(0n, 1n).next()];
      await Promise.all(reads.map((read) => expect(read).rejects.toThrow(StoreUnavailable)));
      await close();
    });

    it('ends its followers, also those that wait', async () => {
      const { store, close } = await open();
      const waiting = store.follow(0n, new AbortController().signal)[Symbol.asyncIterator]();
      const next = waiting.next();
      await store.close();
      expect(await next).toEqual({ done: true, value: undefined });
      await close();
    });
  });

  describe('a follower that is told to end while a page is in hand', () => {
    it('gives no other, and whoever leaves early leaves nothing behind', async () => {
      const { store, close } = await open();
      await store.append(append(freshStream(), 'no-stream', ...facts(2_500)));
      const ending = new AbortController();
      let [pages, left] = [0, 0];
      for await (const page of store.follow(0n, ending.signal)) {
        pages += page.length > 0 ? 1 : 0;
        ending.abort();
      }
      for await (const page of store.follow(0n, new AbortController().signal)) {
        left = page.length;
        break;
      }
      expect(pages).toBe(1);
      expect(left).toBeGreaterThan(0);
      await close();
    });
  });
}
