import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { rebuild, type RebuildStep } from '../../libs/read-models/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { Instance, type Person } from '../kit/instance.js';

describe('While the read models are rebuilt', () => {
  let instance: Instance;
  let viewer: Person;
  let subject: Person;
  let store: PostgresEventStore;
  beforeAll(async () => {
    instance = await Instance.start();
    store = new PostgresEventStore({ connection: instance.ground.databases.api });
    [viewer, subject] = await Promise.all([instance.as('li-na'), instance.as('wang-fang')]);
    await enrol(viewer.client, subject.client);
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await instance?.close();
  });

  const look = async (basis: string): Promise<number> => (await viewer.post(`/v1/bases/${basis}/views`, { scope: 'status', purpose: 'FAMRQT' })).status;

  it('views are answered, grants take effect, and a view that begins after a revocation is refused', async () => {
    const standing = await granted(viewer.client, subject.client);
    await eventually(() => look(standing), (status) => status === 200);
    const [done, steps] = [new AbortController(), new Set<RebuildStep>()];
    const looking = (async () => {
      const answers = new Set<number>();
      for (; !done.signal.aborted; await sleep(1)) answers.add(await look(standing));
      return [...answers];
    })();
    const revoking = (async () => {
      const answers = new Set<string>();
      while (!done.signal.aborted) {
        const basis = await granted(viewer.client, subject.client, { ask: fetch });
        const before = await look(basis);
        expect((await subject.post(`/v1/consents/${basis}/revocation`)).status).toBe(200);
        answers.add(`${before} ${await look(basis)}`);
      }
      return [...answers];
    })();
    const rebuilds = [];
    for (let times = 0; times < 5; times += 1) rebuilds.push(await rebuild({ store, connection: instance.ground.databases.owner, progress: ({ step }) => steps.add(step) }));
    done.abort();
    expect([await looking, await revoking]).toEqual([[200], ['200 404']]);
    expect(rebuilds.map(({ equal }) => equal)).toEqual([true, true, true, true, true]);
    expect(rebuilds.at(-1)?.position).toBeGreaterThan(rebuilds[0]?.position ?? 0n);
    expect([...steps]).toEqual(['folding', 'indexing', 'catching up', 'comparing']);
  }, 60_000);
});
