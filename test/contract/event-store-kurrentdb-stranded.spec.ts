import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { eventually } from '../kit/eventually.js';
import { Double, strand } from '../kit/kurrentdb-double/index.js';
import { append, fact, facts, freshStream, idsOf, streamOf } from './event-store/facts.js';

/** In milliseconds; above what is not told to hang. */
const DEADLINE = 500;

describe('An append that is on the leader of KurrentDB alone, on the double,', () => {
  let double: Double;
  let store: KurrentEventStore;
  let patient: KurrentEventStore;
  beforeEach(async () => {
    double = await Double.start();
    store = new KurrentEventStore({ place: double.place, deadlines: { append: DEADLINE } });
    patient = new KurrentEventStore({ place: double.place });
    await store.head();
  });
  afterEach(async () => {
    await Promise.all([store.close(), patient.close()]);
    await double.close();
  });

  it.each([true, false])('is unknown however often it is asked again, until it is on all of them or on none (%s)', async (kept) => {
    const asked = append(freshStream(), 'no-stream', ...facts(2));
    double.plant(strand);
    expect(await store.append(asked)).toEqual({ kind: 'unknown' });
    expect(await store.append(asked)).toEqual({ kind: 'unknown' });
    expect(await store.read(asked)).toEqual([]);
    double.log.settle(kept);
    expect(await store.append(asked)).toMatchObject({ kind: 'appended', revision: 1n, repeated: kept });
    expect(idsOf(await store.read(asked))).toEqual(idsOf(asked.events));
  });

  it.each([
    [true, { kind: 'conflict', actual: { at: 1n } }],
    [false, { kind: 'appended', revision: 1n, repeated: false }],
  ] as const)('keeps another one waiting at its place until it is on all of them or on none (%s)', async (kept, verdict) => {
    const { stream } = await streamOf(store, 1);
    double.plant(strand);
    const first = store.append(append(stream, { at: 0n }, fact()));
    await eventually(() => double.planted, (left) => left === 0);
    const other = patient.append(append(stream, { at: 0n }, fact()));
    expect(await first).toEqual({ kind: 'unknown' });
    expect(await Promise.race([other, sleep(100, 'waiting')])).toBe('waiting');
    double.log.settle(kept);
    expect(await other).toMatchObject(verdict);
    expect(await store.read({ stream })).toHaveLength(2);
  });

  it('lets one that expects `any` go behind it', async () => {
    const asked = append(freshStream(), 'no-stream', fact());
    double.plant(strand);
    expect(await store.append(asked)).toEqual({ kind: 'unknown' });
    // The first attempt is refused: it is made where the stream is seen to end.
    double.plant(strand, strand);
    expect(await store.append(append(asked.stream, 'any', fact()))).toEqual({ kind: 'unknown' });
    double.log.settle(true);
    expect(await store.read(asked)).toHaveLength(2);
  });
});
