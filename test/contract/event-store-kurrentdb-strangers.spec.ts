import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { Double } from '../kit/kurrentdb-double/index.js';
import { idsOf, streamOf } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

describe('What is written into a log in KurrentDB by somebody', () => {
  let double: Double;
  let store: KurrentEventStore;
  beforeEach(async () => {
    double = await Double.start();
    store = new KurrentEventStore({ place: double.place });
  });
  afterEach(async () => {
    await store.close();
    await double.close();
  });

  it('of whom nobody knows is not passed over, nor anything behind it taken, by whoever is slow', async () => {
    const { events } = await streamOf(store, 1);
    const nothing = new Uint8Array(0);
    double.log.append('foreign-1', 'any', [{ id: '00000000-0000-4000-8000-000000000001', type: 'Foreign', contentType: 'application/json', data: nothing, metadata: nothing }]);
    await streamOf(store, 3);
    const seen: RecordedEvent[] = [];
    const following = (async () => {
      for await (const page of store.follow(0n, new AbortController().signal)) {
        seen.push(...page);
        await sleep(200);
      }
    })();
    await expect(following).rejects.toThrow('the log has an event that is not ours');
    expect(idsOf(seen)).toEqual(idsOf(events));
  });

  it('who administers it, in a stream of the server’s own, is passed over, wherever it stands', async () => {
    const nothing = new Uint8Array(0);
    const rights = { id: '00000000-0000-4000-8000-000000000002', type: 'settings', contentType: 'application/json', data: nothing, metadata: nothing };
    const { events } = await streamOf(store, 1);
    for (let times = 0; times < 3; times += 1) double.log.append('$settings', 'any', [{ ...rights, id: rights.id.replace(/.$/, String(times)) }]);
    const head = await store.head();
    expect(idsOf(await store.readAt([head]))).toEqual(idsOf(events));
    expect(await store.readAll(head, 1)).toEqual([]);
    const later = await streamOf(store, 2);
    expect(idsOf(await store.readAll(head, 1))).toEqual(idsOf(later.events.slice(0, 1)));
    expect(idsOf(await followUntil(store, 0n, 3))).toEqual(idsOf([...events, ...later.events]));
  });
});
