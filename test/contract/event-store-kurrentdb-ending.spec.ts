import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
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

describe('A store in KurrentDB that is closed while it searches for the leader', () => {
  it('waits for no node that takes connections and says nothing, and soon asks none any more', async () => {
    const open = new Set<Socket>();
    let asked = 0;
    const silent = createServer((socket) => {
      asked += 1;
      open.add(socket.on('error', () => socket.destroy()));
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const node = { address: '127.0.0.1', port: (silent.address() as AddressInfo).port };
    const store = new KurrentEventStore({ place: { nodes: [node, node], discover: false, tls: undefined, user: undefined }, deadlines: { read: 300 } });
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    const began = performance.now();
    await store.close();
    expect(performance.now() - began).toBeLessThan(500);
    // Each is given a second to answer.
    await sleep(2_500);
    const before = asked;
    await sleep(1_500);
    expect(asked).toBe(before);
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});
