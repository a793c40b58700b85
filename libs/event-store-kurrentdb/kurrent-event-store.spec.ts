import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { append, fact, freshStream, idsOf, streamOf } from '../../test/contract/event-store/facts.js';
import { followUntil } from '../../test/contract/event-store/following.js';
import { Double, hang } from '../../test/kit/kurrentdb-double/index.js';
import { Scripted } from '../../test/kit/kurrentdb-double/scripted.js';
import { StoreUnavailable } from '../event-store/index.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import type { KurrentEventStoreSettings } from './settings.js';

const asked = () => append(freshStream(), 'no-stream', fact());

describe('The store in KurrentDB', () => {
  let double: Double;
  const stores: KurrentEventStore[] = [];
  const open = (settings: Partial<KurrentEventStoreSettings> = {}): KurrentEventStore => {
    const store = new KurrentEventStore({ place: double.place, ...settings });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    double = await Double.start();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await double.close();
  });

  it('appends, reads and follows, over one connection', async () => {
    const store = open();
    const { stream, events } = await streamOf(store, 3);
    const head = await store.head();
    expect(idsOf(await store.read({ stream }))).toEqual(idsOf(events));
    expect(idsOf(await store.readAll(0n, 2))).toEqual(idsOf(events.slice(0, 2)));
    expect(idsOf(await store.readAt([head]))).toEqual(idsOf(events.slice(2)));
    expect(idsOf(await followUntil(store, 0n, 3))).toEqual(idsOf(events));
    expect([double.connections, store.isGapless()]).toEqual([1, false]);
  });

  it('lets no more wait than it is told to', async () => {
    const kinds = (await open({ maxWaiting: 1 }).appendAll([asked(), asked()])).map(({ kind }) => kind);
    expect(kinds).toEqual(['appended', 'unavailable']);
  });

  it('keeps the deadlines that it is told, each by itself', async () => {
    const [hasty, patient] = [open({ deadlines: { append: 200 } }), open({ deadlines: { read: 200 } })];
    double.plant(hang);
    expect(await hasty.append(asked())).toEqual({ kind: 'unknown' });
    double.state.late = 600;
    expect(await hasty.head()).toBe(0n);
    await expect(patient.head()).rejects.toThrow(StoreUnavailable);
    double.state.late = 0;
  });

  it('keeps five seconds where it is told none', async () => {
    const { server, wire, close } = await Scripted.start();
    const store = new KurrentEventStore({ place: { nodes: [wire.address], discover: false, tls: undefined, user: undefined } });
    const before = Date.now();
    await store.head();
    await store.append(asked()).catch(() => undefined);
    const after = Date.now();
    expect(server.arrived.map(({ call }) => call)).toEqual(['read', 'append']);
    for (const { deadline } of server.arrived) {
      expect(deadline).toBeGreaterThan(before + 4_000);
      expect(deadline).toBeLessThanOrEqual(after + 5_000);
    }
    await store.close();
    await close();
  });

  it('that is closed answers what it was asked before, ends whoever follows, and asks nobody any more', async () => {
    const store = open();
    await store.head();
    const [appended, following] = [store.append(asked()), store.follow(0n, new AbortController().signal)[Symbol.asyncIterator]()];
    await store.close();
    expect(await appended).toMatchObject({ kind: 'appended' });
    expect(await following.next()).toEqual({ done: true, value: undefined });
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    expect(await store.append(asked())).toEqual({ kind: 'unavailable' });
  });
});
