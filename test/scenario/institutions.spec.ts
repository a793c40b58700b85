import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Names } from '../../libs/application/names.js';
import { streams } from '../../libs/application/streams.js';
import { EventStore, type RecordedEvent } from '../../libs/event-store/index.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { DAY, EventId, formatInstant, InstitutionName, plus } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { done, granted } from '../kit/granted.js';
import { type Answer, Instance, type Person } from '../kit/instance.js';
import { patiently } from '../kit/patiently.js';

const PLACE = 'xuhui-clinic';
let instance: Instance;
let nurse: Person;
let fang: Person;
let na: Person;

/** An appointment as the version before institutions had ids wrote it. */
async function appointedBefore(subject: string): Promise<void> {
  const staff = instance.names.staff(instance.account(subject));
  const at = instance.clock.now();
  const [from, until] = [formatInstant(at), formatInstant(plus(at, 30 * DAY))];
  const data = { staff, ordinal: 1, role: 'clinic', institution: PLACE, from, until, by: null, policy: 'cn-1', at: from };
  const event = { id: EventId('00000000-0000-8000-8000-000000000001'), type: 'StaffAppointed', data: Buffer.from(JSON.stringify(data)), metadata: Buffer.from('{"v":2,"salt":"AAAAAAAAAAAAAAAAAAAAAA"}') };
  expect(await instance.server.app.get(EventStore).append({ stream: streams.staff(staff), expected: 'no-stream', events: [event] })).toMatchObject({ kind: 'appended' });
}

const log = (): Promise<readonly RecordedEvent[]> => instance.server.app.get(EventStore).readAll(0n, 10_000);
const code = async (): Promise<string> => done(await fang.client.POST('/v1/me/sampling-codes', { fetch: patiently })).code;
const institutionsOf = ({ body }: Answer) => (body['entries'] as readonly { readonly kind: string; readonly institutions?: readonly string[] }[]).flatMap(({ institutions = [] }) => institutions);

beforeAll(async () => {
  instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
  await appointedBefore('stranger');
  [nurse, fang, na] = await Promise.all([instance.as('stranger', 'al2'), instance.as('wang-fang'), instance.as('li-na')]);
  await enrol(fang.client, na.client);
}, 60_000);
afterAll(() => instance?.close());

describe('A clinic whose staff was appointed before institutions had ids', () => {
  it('is told to its staff by its name', async () => {
    expect((await nurse.get('/v1/me/duties')).body).toMatchObject({ duties: [{ role: 'clinic', institution: PLACE }] });
  });

  it('registers and reports, under its id from now on', async () => {
    expect(await nurse.post('/v1/samples', { code: await code(), barcode: 'TUBE-1' })).toMatchObject({ status: 201 });
    const row = { tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-20T07:00:00+08:00', ci: 'TUBE-1' };
    expect((await nurse.postLines('/v1/results/imports', [row])).body).toMatchObject({ verdict: 'recorded' });
    const id = instance.server.app.get(Names).institution(InstitutionName(PLACE));
    const said = (await log()).filter(({ data }) => Buffer.from(data).includes(id)).map(({ type }) => type);
    expect(said).toEqual(['InstitutionNamed', 'SamplingCodeUsed', 'SampleRegistered', 'ResultRecorded']);
  });

  it('is shown by its name to whoever may see where it was, also by another process', async () => {
    const consent = await granted(na.client, fang.client, { scope: 'results', until: plus(instance.clock.now(), DAY) });
    const beside = await Instance.start({ beside: instance });
    for (const place of [instance, beside]) {
      const viewer = await place.as('li-na');
      const seen = await eventually(() => viewer.post(`/v1/bases/${consent}/views`, { scope: 'results', purpose: 'FAMRQT' }), ({ status, body }) => status === 200 && (body['results'] as unknown[]).length === 1);
      expect(seen.body).toMatchObject({ results: [{ institution: PLACE }] });
      const mine = await place.as('wang-fang');
      expect(new Set(institutionsOf(await mine.get('/v1/me/disclosures')))).toEqual(new Set([PLACE]));
    }
    await beside.close();
  });

  it('stands by its name in that appointment alone: in no other event, and no line of the log', async () => {
    expect((await log()).filter(({ data }) => Buffer.from(data).includes(PLACE)).map(({ type }) => type)).toEqual(['StaffAppointed']);
    expect(instance.log.filter((line) => line.includes(PLACE))).toEqual([]);
  });
});

describe('A registrar', () => {
  const appoint = async (institution: string, days = 1, key?: string): Promise<Answer> =>
    (await instance.as('registrar-he', 'al3')).post('/v1/registry/appointments', { issuer: 'https://elsewhere.example', subject: 'somebody', role: 'clinic', institution, days }, key);

  it('is answered by the name that they gave', async () => expect(await appoint('minhang-clinic')).toMatchObject({ status: 201, body: { role: 'clinic', institution: 'minhang-clinic' } }));
  it('appoints nobody at a place whose name could be the id of another', async () => expect(await appoint('0'.repeat(32))).toMatchObject({ status: 400, body: { code: 'invalid-field', field: 'institution' } }));
  it('leaves no name of an appointment that came to nothing', async () => {
    expect(await appoint('minhang-clinic', 1, 'used')).toMatchObject({ status: 201 });
    const before = await log();
    expect(await appoint('putuo-clinic', 91)).toMatchObject({ status: 422, body: { code: 'appointment-length' } });
    expect(await appoint('putuo-clinic', 1, 'used')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect((await log()).length).toBe(before.length);
  });
});

describe('A clinic whose key was lost', () => {
  let beside: Instance;
  const duties = async (): Promise<Answer> => (await beside.as('nurse-zhou')).get('/v1/me/duties');
  const register = async (): Promise<Answer> => (await beside.as('nurse-zhou', 'al2')).post('/v1/samples', { code: await code(), barcode: 'TUBE-2' });

  beforeAll(async () => {
    const id = instance.names.institution(InstitutionName('haidian-clinic'));
    await withClient(instance.ground.databases.keysOwner, (keys) => keys.query(`DELETE FROM vault.subject_key WHERE owner = $1 AND class = 'institution'`, [id]));
    beside = await Instance.start({ beside: instance });
  }, 60_000);
  afterAll(() => beside?.close());

  it('does nothing, and is not told, by whoever has not read its name before', async () => {
    expect([await duties(), await register()]).toMatchObject([{ status: 503 }, { status: 503 }]);
  });

  it('goes on once somebody is appointed there, who says its name', async () => {
    const given = { issuer: 'https://elsewhere.example', subject: 'somebody', role: 'clinic', institution: 'haidian-clinic', days: 1 };
    expect(await (await beside.as('registrar-he', 'al3')).post('/v1/registry/appointments', given)).toMatchObject({ status: 201 });
    expect(await duties()).toMatchObject({ status: 200, body: { duties: [{ institution: 'haidian-clinic' }] } });
    expect(await register()).toMatchObject({ status: 201 });
  });
});
