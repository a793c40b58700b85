import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { Double } from '../kit/kurrentdb-double/index.js';
import { append, fact, streamOf } from './event-store/facts.js';

describe('A leader of KurrentDB that was told to end, on the double,', () => {
  let double: Double;
  let store: KurrentEventStore;
  beforeEach(async () => {
    double = await Double.start(3);
    store = new KurrentEventStore({ place: double.place, deadlines: { read: 300 } });
  });
  afterEach(async () => {
    await store.close();
    await double.close();
  });

  it('refuses what is new and says no more, so that it may have been done: unknown, until another one leads (trap 13)', async () => {
    const { stream } = await streamOf(store, 1);
    const asked = append(stream, { at: 0n }, fact());
    double.state.ending = true;
    expect(await store.append(asked)).toEqual({ kind: 'unknown' });
    await expect(store.read({ stream })).rejects.toThrow(StoreUnavailable);
    double.lead(double.nodes[1] ?? double.leader);
    double.state.ending = false;
    expect(await store.append(asked)).toMatchObject({ kind: 'appended', revision: 1n, repeated: false });
    expect(await store.read({ stream })).toHaveLength(2);
  });
});
