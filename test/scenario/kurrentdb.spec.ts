import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endOfPrefix } from '../../libs/application/audit/index.js';
import { NoDigests } from '../../libs/application/ports/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { rebuild, tablesAt } from '../../libs/read-models/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { Instance, type Person } from '../kit/instance.js';
import { Double } from '../kit/kurrentdb-double/index.js';

describe('An instance whose log is in KurrentDB, on its double,', () => {
  let double: Double;
  let [instance, beside]: Instance[] = [];
  let store: KurrentEventStore;
  let [viewer, subject, elsewhere]: Person[] = [];
  beforeAll(async () => {
    double = await Double.start(3);
    instance = await Instance.start({ kurrentdb: double.place });
    beside = await Instance.start({ beside: instance });
    store = new KurrentEventStore({ place: double.place });
    [viewer, subject, elsewhere] = await Promise.all([instance.as('li-na'), instance.as('wang-fang'), beside.as('li-na')]);
    await enrol(there(viewer).client, there(subject).client);
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await beside?.close();
    await instance?.close();
    await double?.close();
  });

  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('it did not start');
    return value;
  };
  const look = async (basis: string, by = there(viewer)): Promise<number> => (await by.post(`/v1/bases/${basis}/views`, { scope: 'status', purpose: 'FAMRQT' })).status;
  const grant = (): Promise<string> => granted(there(viewer).client, there(subject).client);
  const revoke = async (basis: string): Promise<number> => (await there(subject).post(`/v1/consents/${basis}/revocation`)).status;

  it('shows what was granted, and nothing after a revocation, in either of two processes', async () => {
    for (let times = 0; times < 5; times += 1) {
      const basis = await grant();
      await eventually(() => look(basis, there(elsewhere)), (status) => status === 200);
      expect([await look(basis), await revoke(basis), await look(basis), await look(basis, there(elsewhere))]).toEqual([200, 200, 404, 404]);
    }
    expect(JSON.stringify((await there(subject).get('/v1/me/disclosures')).body)).toContain('refusal');
  });

  it('answers nothing that it could not record, and goes on when a leader is there again', async () => {
    const basis = await grant();
    await eventually(() => look(basis), (status) => status === 200);
    double.state.ready = false;
    expect([await look(basis), await revoke(basis)]).toEqual([503, 503]);
    double.state.ready = true;
    double.lead(double.nodes[1] ?? double.leader);
    await eventually(() => revoke(basis), (status) => status === 200);
    expect(await look(basis)).toBe(404);
  });

  it('builds its read models anew, byte for byte, and replays them and who could look', async () => {
    const { owner } = there(instance).ground.databases;
    const head = await store.head();
    await eventually(async () => (await rebuild({ store, connection: owner })).position, (position) => position === head);
    const rebuilt = await rebuild({ store, connection: owner });
    expect(rebuilt).toMatchObject({ position: head, equal: true });
    expect((await tablesAt({ store, connection: owner, position: head, snapshots: false })).tables.map(({ hash }) => hash)).toEqual(rebuilt.after.map(({ hash }) => hash));
    const kept = await tablesAt({ store, connection: owner, position: head, snapshots: true, apart: 5_000n });
    expect((await tablesAt({ store, connection: owner, position: head, snapshots: true, apart: 5_000n })).tables).toEqual(kept.tables);
    expect(await endOfPrefix({ store, digests: new NoDigests() }, { position: head })).toMatchObject({ position: head });
  });

  it('does not start on read models of another log', async () => {
    const other = await Double.start();
    const { ground, server } = there(instance);
    await expect(Instance.on({ ...ground, kurrentdb: other.place }, server.issuer)).rejects.toThrow('they were made from another one');
    await other.close();
  });
});
