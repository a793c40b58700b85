import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { Double } from '../kit/kurrentdb-double/index.js';
import { idsOf, streamOf } from './event-store/facts.js';

describe('A read of KurrentDB whose answer is lost, on the double,', () => {
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

  it('is asked again: it does nothing, so it may be', async () => {
    const { stream, events } = await streamOf(store, 2);
    double.state.late = 300;
    const reading = store.read({ stream });
    await sleep(100);
    for (const { wire } of double.nodes) wire.cut();
    expect(idsOf(await reading)).toEqual(idsOf(events));
  });
});
