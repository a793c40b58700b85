import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RecordedEvent, type StreamName, StoreUnavailable } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { append, fact, freshStream, idsOf } from '../contract/event-store/facts.js';
import { controlledNodes, run, wholeCluster } from './nodes.js';
import { realServer } from './server.js';

const [KILLS, WRITERS] = [30, 16];

/** How long a leader is left alone, in milliseconds: long enough that what it did not acknowledge is asked again. */
const ALONE = 8_000;

const nodes = controlledNodes();
const withNodes = nodes.length === 0 ? describe.skip : describe;

/** One who appends to a stream of their own, each event after the one before was acknowledged, asking again whatever they are told. */
class Writer {
  readonly stream: StreamName = freshStream();
  readonly acknowledged: string[] = [];
  readonly told = new Map<string, number>();

  constructor(private readonly store: KurrentEventStore) {}

  async writeUntil(stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      const revision = BigInt(this.acknowledged.length);
      const asked = append(this.stream, revision === 0n ? 'no-stream' : { at: revision - 1n }, fact());
      let verdict = await this.store.append(asked);
      for (; verdict.kind === 'unknown' || verdict.kind === 'unavailable'; verdict = await this.store.append(asked)) {
        this.told.set(verdict.kind, (this.told.get(verdict.kind) ?? 0) + 1);
        await sleep(20);
      }
      expect(verdict).toMatchObject({ kind: 'appended', revision });
      this.acknowledged.push(...idsOf(asked.events));
    }
  }
}

withNodes('A cluster whose leader is killed', () => {
  let store: KurrentEventStore;
  let watcher: KurrentEventStore;
  beforeAll(async () => {
    [store, watcher] = [new KurrentEventStore({ place: realServer() }), new KurrentEventStore({ place: realServer() })];
    await wholeCluster(nodes);
  });
  afterAll(() => Promise.all([store.close(), watcher.close()]));

  it(`${KILLS} times under ${WRITERS} writers loses nothing that was acknowledged, has nothing twice, and a follower sees all of it once`, async () => {
    const [before, done] = [await store.head(), new AbortController()];
    const writers = Array.from({ length: WRITERS }, () => new Writer(store));
    const seen: RecordedEvent[] = [];
    const following = (async () => {
      for await (const page of watcher.follow(before, done.signal)) seen.push(...page);
    })();
    const [stopped, writing] = [new AbortController(), Promise.withResolvers<void>()];
    Promise.all(writers.map((writer) => writer.writeUntil(stopped.signal))).then(() => writing.resolve(), writing.reject);
    try {
      for (let kills = 0; kills < KILLS; kills += 1) await killLeader();
      await wholeCluster(nodes);
    } finally {
      stopped.abort();
    }
    await writing.promise;

    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);
    for (const { stream, acknowledged: ids } of writers) expect(idsOf(await whenThere(() => store.read({ stream })))).toEqual(ids);
    while (seen.length < acknowledged) await sleep(50);
    done.abort();
    await following;
    const all: RecordedEvent[] = [];
    for await (const page of store.readThrough(before, await store.head())) all.push(...page);
    expect(idsOf(seen)).toEqual(idsOf(all));
    expect(all).toHaveLength(acknowledged);
    expect(new Set(idsOf(all)).size).toBe(acknowledged);
    const told = writers.reduce((sum, writer) => sum + [...writer.told.values()].reduce((count, each) => count + each, 0), 0);
    process.stderr.write(`${acknowledged} events acknowledged over ${KILLS} kills of the leader; ${told} answers were unknown or unavailable and asked again\n`);
    expect(told).toBeGreaterThan(0);
  }, 1_800_000);

  it('and that is left by both followers refuses nothing that is asked again: what it had alone is there when they are back, or is taken then', async () => {
    const [leader, stopped] = [await wholeCluster(nodes), new AbortController()];
    const writers = Array.from({ length: WRITERS }, () => new Writer(store));
    const writing = Promise.allSettled(writers.map((writer) => writer.writeUntil(stopped.signal)));
    const followers = nodes.filter((node) => node !== leader);
    try {
      await sleep(1_000);
      for (const { kill } of followers) run(kill);
      await sleep(ALONE);
      for (const { start } of followers) run(start);
      await wholeCluster(nodes);
    } finally {
      stopped.abort();
    }
    expect(new Set((await writing).map(({ status }) => status))).toEqual(new Set(['fulfilled']));
    for (const { stream, acknowledged: ids } of writers) expect(idsOf(await whenThere(() => store.read({ stream })))).toEqual(ids);
    expect(writers.some(({ told }) => (told.get('unknown') ?? 0) > 0)).toBe(true);
  });
});

async function killLeader(): Promise<void> {
  const leader = await wholeCluster(nodes);
  await sleep(Math.random() * 500);
  run(leader.kill);
  await sleep(1_000);
  run(leader.start);
}

async function whenThere<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
