import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { Double, type Fault } from '../kit/kurrentdb-double/index.js';
import { append, fact, idsOf, streamOf } from './event-store/facts.js';

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

  it('and that an append waits for, to know whose its place is, is waited for no longer than the append', async () => {
    const hasty = new KurrentEventStore({ place: double.place, deadlines: { append: 300 } });
    const { stream } = await streamOf(hasty, 1);
    const refused: Fault = async (through) => {
      double.state.late = 900;
      return through();
    };
    double.plant(refused);
    const began = performance.now();
    expect(await hasty.append(append(stream, 'no-stream', fact()))).toEqual({ kind: 'unknown' });
    expect(await hasty.append(append(stream, 'any', fact()))).toEqual({ kind: 'unavailable' });
    expect(performance.now() - began).toBeLessThan(1_400);
    await hasty.close();
    // The double ends after what it owes.
    await sleep(900);
  });
});
