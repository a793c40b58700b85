import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DAY, formatInstant, HOUR, plus, SECOND } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { done, granted } from '../kit/granted.js';
import { type Answer, Instance, type Person } from '../kit/instance.js';
import { patiently } from '../kit/patiently.js';

const BEHIND = { status: 503, body: { code: 'read-models-behind' } };

let instance: Instance;
let projector: Client;
let nurse: Person, fang: Person, registrar: Person;
const code = async (): Promise<string> => done(await fang.client.POST('/v1/me/sampling-codes', { fetch: patiently })).code;
const row = (barcode: string) => ({ ci: barcode, tg: '840539006', tt: 'LP6464-4', tr: '260373001', sc: formatInstant(plus(instance.clock.now(), -HOUR)) });
const verdict = ({ text }: Answer): unknown => (JSON.parse(text) as Record<string, unknown>)['verdict'];

beforeAll(async () => {
  instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
  [nurse, fang, registrar] = await Promise.all([instance.as('nurse-zhou', 'al2'), instance.as('wang-fang', 'al2'), instance.as('registrar-lin', 'al3')]);
  await enrol(nurse.client, fang.client, registrar.client);
  expect((await (await instance.preparing('nurse-zhou')).post('/v1/samples', { code: await code(), barcode: 'BEFORE' })).body).toMatchObject({ flagged: false });
  projector = new Client(instance.ground.databases.superuser);
  await projector.connect();
}, 60_000);
afterAll(async () => {
  await projector?.end();
  await instance?.close();
});

const request = () => ({ scope: 'status', purpose: 'FAMRQT', until: formatInstant(plus(instance.clock.now(), DAY)), label: 'Fang' });

/** Nothing is projected until `ROLLBACK`. Longer ago than read models may be late, somebody asked for a consent, and its subject opened it, and granted another. */
async function stalledBeforeTheyMet(): Promise<string> {
  await projector.query('BEGIN');
  await projector.query('LOCK TABLE read_model.checkpoint IN EXCLUSIVE MODE');
  const asked = await nurse.post('/v1/consent-requests', request());
  expect(await fang.post('/v1/consent-codes/openings', { code: asked.body['code'] })).toMatchObject({ status: 200 });
  const consent = await granted(nurse.client, fang.client, { until: plus(instance.clock.now(), DAY), ask: fetch });
  instance.clock.advance(6 * SECOND);
  return consent;
}

describe('while nothing follows the log', () => {
  let fresh: string, consent: string;
  beforeAll(async () => {
    fresh = await code();
    consent = await stalledBeforeTheyMet();
  });
  afterAll(() => projector.query('ROLLBACK'));

  it('a nurse does nothing with the sample of somebody they have dealings with since', async () => {
    expect(await nurse.post('/v1/samples', { code: fresh, barcode: 'AFTER' })).toMatchObject(BEHIND);
    expect(await nurse.post('/v1/samples/by-barcode', { barcode: 'BEFORE' })).toMatchObject(BEHIND);
    expect(verdict(await nurse.postLines('/v1/results/imports', [row('BEFORE')]))).toBe('busy');
  });

  it('is told so alike of what there is not', async () => {
    expect(await nurse.post('/v1/samples', { code: 'A'.repeat(fresh.length), barcode: 'AFTER' })).toMatchObject(BEHIND);
    expect(await nurse.post('/v1/samples/by-barcode', { barcode: 'NONE' })).toMatchObject(BEHIND);
    expect(verdict(await nurse.postLines('/v1/results/imports', [row('NONE')]))).toBe('busy');
    expect(await registrar.post(`/v1/registry/samples/${'9'.repeat(32)}/release`)).toMatchObject(BEHIND);
  });

  it.each(['bases', 'disclosures', 'results', 'code', 'guardianships'])('nobody is told by /v1/me/%s what was so before', async (what) => {
    expect(await fang.get(`/v1/me/${what}`)).toMatchObject(BEHIND);
  });

  it('nor is a clinic told what was locked before, whoever asks: somebody enrolled, or somebody who has no dealings with anybody', async () => {
    for (const who of [nurse, await instance.as('nurse-ma', 'al2')]) expect(await who.get('/v1/clinics/me/quarantine')).toMatchObject(BEHIND);
  });

  it('nobody asks for one view more: how many they hold is not known', async () => {
    expect(await nurse.post('/v1/consent-requests', request())).toMatchObject(BEHIND);
  });

  it('what was granted can be taken back', async () => {
    expect(await fang.post(`/v1/consents/${consent}/revocation`)).toMatchObject({ status: 200 });
  });
});

describe('once it is followed again', () => {
  it('the tie is known: the sample is flagged, and the row is of nobody they know', async () => {
    const { body } = await eventually(async () => nurse.post('/v1/samples', { code: await code(), barcode: 'AFTER' }), ({ status }) => status === 201);
    expect(body).toMatchObject({ flagged: true });
    expect(verdict(await nurse.postLines('/v1/results/imports', [row('BEFORE')]))).toBe('barcode');
    expect((await fang.get('/v1/me/bases')).body).toMatchObject({ onMe: [{ state: 'opened' }, { state: 'ended' }] });
  });
});
