import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore, MAX_EVENT_BYTES, StoreUnavailable, type Verdict } from '../../../libs/event-store/index.js';
import { append, expectInOrder, fact, facts, freshStream, idsOf } from './facts.js';
import { followUntil } from './following.js';

/** A store whose server is reached over a wire that fails when told to, and its like. */
export interface Breakable {
  /** Over the wire, with deadlines of `milliseconds`. */
  readonly store: EventStore;
  readonly milliseconds: number;
  /** Of the same log, past the wire. */
  readonly healthy: EventStore;
  /** Whose server is not there. */
  readonly unreachable: EventStore;
  /** The next append arrives, its answer does not. */
  readonly loseNextAnswer: () => void;
  /** What is asked from now on arrives, and no answer comes back, until `heal`. */
  readonly silence: () => void;
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}

/** What adapters promise that have a server to lose: three failures that callers tell apart, each within its time. */
export function outageContract(name: string, open: () => Promise<Breakable>): void {
  describe(`${name}, when its server cannot be had:`, () => {
    let machine: Breakable;
    beforeAll(async () => {
      machine = await open();
    });
    afterAll(() => machine.close());

    const again = async (asked: ReturnType<typeof append>): Promise<Verdict> => {
      let verdict = await machine.store.append(asked);
      for (let times = 1; times < 100 && (verdict.kind === 'unknown' || verdict.kind === 'unavailable'); times += 1) verdict = await machine.store.append(asked);
      return verdict;
    };

    it('tells conflict, unavailable and unknown apart', async () => {
      const stream = freshStream();
      expect(await machine.store.append(append(stream, { at: 0n }, fact()))).toEqual({ kind: 'conflict', actual: 'no-stream' });
      expect(await machine.unreachable.append(append(stream, 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
      expect(await machine.healthy.read({ stream })).toEqual([]);
      machine.loseNextAnswer();
      expect(await machine.store.append(append(stream, 'no-stream', fact()))).toEqual({ kind: 'unknown' });
    });

    it('settles an append whose answer was lost: asked again it is repeated, and there once', async () => {
      const asked = append(freshStream(), 'no-stream', ...facts(2));
      machine.loseNextAnswer();
      expect(await machine.store.append(asked)).toEqual({ kind: 'unknown' });
      expect(await machine.store.append(asked)).toMatchObject({ kind: 'appended', revision: 1n, repeated: true });
      expect(idsOf(await machine.healthy.read({ stream: asked.stream }))).toEqual(idsOf(asked.events));
    });

    it('refuses what is too large before anything is sent', async () => {
      const large = fact(new Uint8Array(MAX_EVENT_BYTES + 1));
      expect(await machine.unreachable.append(append(freshStream(), 'no-stream', large))).toEqual({ kind: 'too-large' });
      expect(await machine.unreachable.appendAll([append(freshStream(), 'no-stream', large), append(freshStream(), 'no-stream', fact())])).toEqual([{ kind: 'too-large' }, { kind: 'unavailable' }]);
    });

    it('rejects every read as unavailable', async () => {
      const { unreachable } = machine;
      const reads = [unreachable.read({ stream: freshStream() }), unreachable.readAll(0n, 1), unreachable.readAt([1n]), unreachable.head()];
      await Promise.all(reads.map((read) => expect(read).rejects.toThrow(StoreUnavailable)));
    });

    it('keeps its deadlines behind a server that says nothing: an append is unknown, a read unavailable, a follower ends when told; then all is as before', async () => {
      const asked = append(freshStream(), 'no-stream', fact());
      await machine.store.append(append(freshStream(), 'no-stream', fact()));
      machine.silence();
      const [begun, ending] = [performance.now(), new AbortController()];
      const following = machine.store.follow(0n, ending.signal)[Symbol.asyncIterator]().next();
      const reads = [machine.store.head(), machine.store.read(asked)].map((read) => read.then(() => undefined, (error: unknown) => error));
      const [verdict, ...failures] = await Promise.all([machine.store.append(asked), ...reads]);
      ending.abort();
      // Twenty times the deadline is no measurement: without one it is never.
      expect(performance.now() - begun).toBeLessThan(machine.milliseconds * 20);
      expect(verdict).toEqual({ kind: 'unknown' });
      expect(failures).toEqual([expect.any(StoreUnavailable), expect.any(StoreUnavailable)]);
      expect(await following).toEqual({ done: true, value: undefined });
      machine.heal();
      expect(await again(asked)).toMatchObject({ kind: 'appended', revision: 0n });
      expect(await machine.healthy.read(asked)).toHaveLength(1);
    });

    it('keeps them for however many wait behind one another', async () => {
      const { stream } = append(freshStream(), 'no-stream', fact());
      machine.silence();
      const begun = performance.now();
      const reads = Array.from({ length: 9_000 }, () => machine.store.read({ stream }).then(() => undefined, (error: unknown) => error));
      const failures = await Promise.all(reads);
      machine.heal();
      expect(performance.now() - begun).toBeLessThan(machine.milliseconds * 20);
      expect(failures.every((failure) => failure instanceof StoreUnavailable)).toBe(true);
    });

    it('says at once that it is unavailable where more bytes wait than may', async () => {
      const [stream, bytes] = [freshStream(), new Uint8Array(MAX_EVENT_BYTES - 1_024)];
      machine.silence();
      const told: Verdict[] = [];
      const queued = Array.from({ length: 80 }, async (_, index) => {
        const verdict = await machine.store.append(append(stream, index === 0 ? 'no-stream' : { at: BigInt(index - 1) }, fact(bytes)));
        told.push(verdict);
      });
      await new Promise(setImmediate);
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
      await Promise.all(queued);
      machine.heal();
    });

    it('fails what was queued on one stream behind an append that failed, or finds it there: never the later without the earlier', async () => {
      const [stream, events] = [freshStream(), facts(6)];
      machine.loseNextAnswer();
      const queued = events.map((event, index) => machine.store.append(append(stream, index === 0 ? 'no-stream' : { at: BigInt(index - 1) }, event)));
      expect(new Set((await Promise.all(queued)).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
      const other = freshStream();
      const behind = events.map((event, index) => machine.unreachable.append(append(other, index === 0 ? 'no-stream' : { at: BigInt(index - 1) }, event)));
      expect(new Set((await Promise.all(behind)).map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
      const read = await machine.healthy.read({ stream });
      expect(idsOf(read)).toEqual(idsOf(events.slice(0, read.length)));
    });

    it('gives a follower everything, once, over a connection that dies again and again', async () => {
      const before = await machine.healthy.head();
      const following = followUntil(machine.store, before, 40);
      for (let written = 0; written < 40; written += 1) {
        if (written % 10 === 5) machine.loseNextAnswer();
        await again(append(freshStream(), 'no-stream', fact()));
      }
      const seen = (await following).map(({ position }) => position);
      expect(seen).toHaveLength(40);
      expectInOrder(machine.healthy, seen, before);
    });
  });
}
