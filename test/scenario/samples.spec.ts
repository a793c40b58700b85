import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { done } from '../kit/granted.js';
import { type Answer, Instance, type Person } from '../kit/instance.js';
import { patiently } from '../kit/patiently.js';

let instance: Instance;
let fang: Person;
let nurse: Person;

beforeAll(async () => {
  instance = await Instance.start({ at: '2026-11-20T08:00:00Z' });
  [fang, nurse] = await Promise.all([instance.as('wang-fang'), instance.as('nurse-zhou')]);
  await enrol(fang.client);
});
afterAll(() => instance.close());

const row = (change: object = {}) => ({ tg: '840539006', tt: 'LP6464-4', tr: '260415000', sc: '2026-11-20T07:00:00+08:00', ci: 'TUBE-1', tc: 'Haidian clinic', ...change });
const code = async (): Promise<string> => done(await fang.client.POST('/v1/me/sampling-codes', { fetch: patiently })).code;
const verdict = async (who: Person, change: object = {}): Promise<unknown> => (await who.postLines('/v1/results/imports', [row(change)])).body['verdict'];

const results = (count: number): Promise<Answer['body'][]> =>
  eventually(async () => (await fang.get('/v1/me/results')).body['results'] as Answer['body'][], (found) => found.length === count);

describe('a sample', () => {
  it('is registered by the code that its person shows, once', async () => {
    const shown = await fang.post('/v1/me/sampling-codes');
    expect(shown).toMatchObject({ status: 201, body: { until: '2026-11-20T08:10:00.000Z' } });
    expect(await nurse.post('/v1/samples', { code: shown.body['code'], barcode: 'TUBE-1' })).toMatchObject({ status: 201, body: { surname: '王', flagged: false, numberEnd: expect.stringMatching(/^..$/) } });
    expect(await nurse.post('/v1/samples', { code: shown.body['code'], barcode: 'TUBE-2' })).toMatchObject({ status: 404, body: { code: 'code-expired' } });
    expect(await nurse.post('/v1/samples', { code: await code(), barcode: 'TUBE-1' })).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  });

  it('is not registered by a code that ended', async () => {
    const late = await code();
    instance.clock.advance(10 * MINUTE);
    expect(await nurse.post('/v1/samples', { code: late, barcode: 'TUBE-2' })).toMatchObject({ status: 404, body: { code: 'code-expired' } });
  });

  it('gets its result, which its person reads with the place', async () => {
    expect(await verdict(await instance.as('nurse-ma'))).toBe('barcode');
    expect(await verdict(nurse)).toBe('recorded');
    expect(await results(1)).toEqual([
      {
        sample: expect.stringMatching(/^[0-9a-f]{32}$/),
        test: 'LP6464-4',
        testName: null,
        result: '260415000',
        collectedAt: '2026-11-19T23:00:00.000Z',
        reportedAt: '2026-11-20T08:10:00.000Z',
        centre: 'Haidian clinic',
        corrected: false,
      },
    ]);
  });

  it('is locked by a row for somebody else, and released by a registrar', async () => {
    const registered = await nurse.post('/v1/samples', { code: await code(), barcode: 'TUBE-3' });
    const release = `/v1/registry/samples/${String(registered.body['sample'])}/release`;
    expect(await verdict(nurse, { ci: 'TUBE-3', dob: '1901' })).toBe('identity');
    expect(await verdict(nurse, { ci: 'TUBE-3' })).toBe('identity');
    const registrar = await instance.as('registrar-lin');
    expect(await registrar.post(release)).toMatchObject({ status: 200, body: { locked: false } });
    expect(await verdict(nurse, { ci: 'TUBE-3' })).toBe('recorded');
  });

  it('shows what was corrected, and not what was withdrawn', async () => {
    const [first, second] = await results(2);
    const correction = { test: 'LP217198-3', result: '260373001', collectedAt: '2026-11-20T00:00:00Z', reportedAt: '2026-11-20T01:00:00Z', reason: 'typing' };
    expect(await nurse.post(`/v1/results/${String(first?.['sample'])}/correction`, correction)).toMatchObject({ status: 200 });
    expect(await nurse.post(`/v1/results/${String(second?.['sample'])}/withdrawal`, { reason: 'mix-up' })).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await results(1)).toMatchObject([{ sample: first?.['sample'], result: '260373001', corrected: true, centre: 'Haidian clinic' }]);
    expect((await fang.get('/v1/me/code')).body).toMatchObject({ status: 'positive' });
  });

  it('is no business of people who hold no duty', async () => {
    expect(await fang.post('/v1/samples', { code: 'x', barcode: 'y' })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    expect((await fang.postLines('/v1/results/imports', [row()])).status).toBe(403);
  });
});
