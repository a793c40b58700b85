import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { binaryEvent, EventStoreDBClient, START } from '@eventstore/db-client';
import { StoreUnavailable } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { again, append, fact, facts, freshStream, idsOf, streamOf } from '../contract/event-store/facts.js';
import { followUntil } from '../contract/event-store/following.js';
import { bareClient, realServer } from './server.js';

describe('A trap of KurrentDB and its client, on the server:', () => {
  let bare: EventStoreDBClient;
  let store: KurrentEventStore;
  const stores: KurrentEventStore[] = [];
  const open = (): KurrentEventStore => {
    const opened = new KurrentEventStore({ place: realServer() });
    stores.push(opened);
    return opened;
  };
  beforeAll(() => {
    bare = bareClient();
    store = open();
  });
  afterEach(() => Promise.all(stores.splice(1).map((each) => each.close())));
  afterAll(async () => {
    await store.close();
    await bare.dispose();
  });

  it('1: another client of this process whose batched appends break does us no harm', async () => {
    const asked = facts(50).map((event) => append(freshStream(), 'no-stream', event));
    const appending = store.appendAll(asked);
    const breaking = bare.appendToStream(freshStream(), binaryEvent({ type: 'TooLarge', data: randomBytes(20_000_000) })).then(() => 'taken', () => 'broken');
    expect(new Set((await appending).map(({ kind }) => kind))).toEqual(new Set(['appended']));
    expect(await breaking).toBe('broken');
    expect(await store.append(append(freshStream(), 'no-stream', fact()))).toMatchObject({ kind: 'appended' });
  });

  it('2: an append that has no time left is unknown or unavailable, and settled by asking again', async () => {
    const hasty = new KurrentEventStore({ place: realServer(), deadlines: { append: 1, read: 5_000 } });
    const asked = facts(20).map((event) => append(freshStream(), 'no-stream', event));
    const told = await hasty.appendAll(asked);
    await hasty.close();
    expect(told.filter(({ kind }) => kind === 'unknown' || kind === 'unavailable').length).toBeGreaterThan(0);
    const settled = await store.appendAll(asked);
    expect(new Set(settled.map(({ kind }) => kind))).toEqual(new Set(['appended']));
    for (const { stream, events } of asked) expect(idsOf(await store.read({ stream }))).toEqual(idsOf(events));
  });

  it('4: a repetition is recognised at a stale revision and with another body, by another process', async () => {
    const asked = append(freshStream(), 'no-stream', ...facts(3));
    const first = await store.append(asked);
    await store.append(append(asked.stream, { at: 2n }, ...facts(10)));
    expect(await open().append({ ...asked, events: asked.events.map(again) })).toEqual({ ...first, repeated: true });
  });

  it('6: followers that are left early or told to end leave the connection usable', async () => {
    await streamOf(store, 100);
    for (let times = 0; times < 50; times += 1) {
      for await (const page of store.follow(0n, new AbortController().signal)) {
        expect(page.length).toBeGreaterThan(0);
        break;
      }
    }
    const before = await store.head();
    const following = followUntil(store, before, 5);
    const { events } = await streamOf(store, 5);
    expect(idsOf(await following)).toEqual(idsOf(events));
  });

  it('10: a stream that was deleted, cut or closed by other means is no history to decide on', async () => {
    const [gone, cut, closed] = [await streamOf(store, 3), await streamOf(store, 3), await streamOf(store, 3)];
    await bare.deleteStream(gone.stream);
    await expect(store.append(append(gone.stream, 'no-stream', fact()))).rejects.toThrow('a stream was cut');
    await bare.setStreamMetadata(cut.stream, { truncateBefore: 1 });
    await expect(store.read({ stream: cut.stream })).rejects.toThrow('a stream was cut: it has no revision before 1');
    await expect(store.read({ stream: cut.stream, direction: 'backward' })).rejects.toThrow('a stream was cut');
    await bare.tombstoneStream(closed.stream);
    expect(await store.append(append(closed.stream, { at: 2n }, fact()))).toEqual({ kind: 'unavailable' });
    await expect(store.read({ stream: closed.stream })).rejects.toThrow(StoreUnavailable);
  });

  it('what is read of the log is ours alone, although the server writes to it', async () => {
    await streamOf(store, 1);
    const own: string[] = [];
    for await (const { event } of bare.readAll({ fromPosition: START, maxCount: 50 })) if (event?.type.startsWith('$') === true) own.push(event.type);
    expect(own.length).toBeGreaterThan(0);
    expect((await store.readAll(0n, 1_000)).filter(({ type }) => type.startsWith('$'))).toEqual([]);
  });
});
