import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DAY, formatInstant, MINUTE, plus } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { done } from '../kit/granted.js';
import { type Answer, Instance, type Person } from '../kit/instance.js';

let instance: Instance;
let mother: Person, daughter: Person, stranger: Person, teenager: Person;
beforeAll(async () => {
  instance = await Instance.start();
  const as = (name: string) => instance.as(name);
  [mother, daughter, stranger, teenager] = await Promise.all([as('wang-fang'), as('li-na'), as('liu-yang'), as('chen-xiaoyang')]);
  await enrol(mother.client, daughter.client, stranger.client, teenager.client);
}, 60_000);
afterAll(() => instance?.close());

const terms = () => ({ scope: 'results', purpose: 'FAMRQT', until: formatInstant(plus(instance.clock.now(), DAY)) }) as const;
const nobody = (): string => `c_${randomBytes(16).toString('hex')}`;
const look = (person: Person, basis: unknown, scope = 'status') => person.post(`/v1/bases/${String(basis)}/views`, { scope, purpose: 'FAMRQT' });

/** What a client can tell two answers apart by. */
const seen = ({ status, headers, text }: Answer) => ({ status, text, headers: [...headers].filter(([name]) => name !== 'date') });

async function opened(viewer: Person, subject: Person, what = terms()): Promise<string> {
  const { consent, code, words } = done(await viewer.client.POST('/v1/consent-requests', { body: { ...what, label: 'Mum' } }));
  expect(done(await subject.client.POST('/v1/consent-codes/openings', { body: { code } }))).toMatchObject({ consent, words });
  return consent;
}

describe('a consent over HTTP', () => {
  let consent: string, granted: string;

  it('is asked, opened and granted, and lets the viewer see', async () => {
    consent = await opened(daughter, mother);
    const grant = done(await mother.client.POST('/v1/consents/{id}/grant', { params: { path: { id: consent } }, body: terms() }));
    expect(grant).toMatchObject({ consent, scope: 'results', purpose: 'FAMRQT' });
    granted = grant.position;
    const view = await daughter.client.POST('/v1/bases/{basis}/views', { params: { path: { basis: consent } }, body: { scope: 'results', purpose: 'FAMRQT' } });
    expect(done(view)).toMatchObject({ label: 'Mum', surname: '王', status: 'no-current-result', rule: 'cn-1', validUntil: null, results: [] });
    expect(view.response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', 'two\nlines', 'nul\u0000', 'turned\u202Eround', 'x'.repeat(41)])('takes no label like %j', async (label) => {
    expect(await daughter.post('/v1/consent-requests', { ...terms(), label })).toMatchObject({ status: 400, body: { code: 'invalid-field', field: 'label' } });
  });

  it('stands in both lists', async () => {
    expect((await mother.get(`/v1/me/bases?at-least=${granted}`)).body).toMatchObject({ onMe: [{ basis: consent, viewer: { family: '李', given: '娜' }, state: 'live' }], mine: [] });
    expect(await daughter.get(`/v1/me/bases?at-least=${granted}`)).toMatchObject({ status: 400, body: { code: 'cursor', field: 'at-least' } });
    expect((await daughter.get('/v1/me/bases')).body).toMatchObject({ onMe: [], mine: [{ basis: consent, label: 'Mum', state: 'granted' }] });
  });

  it.each(['code', 'results', 'guardianships', 'disclosures'])('gives a position that the grantor\'s %s can be asked with, and nobody else\'s', async (what) => {
    expect((await mother.get(`/v1/me/${what}?at-least=${granted}`)).status).toBe(200);
    expect(await daughter.get(`/v1/me/${what}?at-least=${granted}`)).toMatchObject({ status: 400, body: { code: 'cursor', field: 'at-least' } });
  });

  it('asked outside of, tells its holder their own terms', async () => {
    const { status, body } = await daughter.post(`/v1/bases/${consent}/views`, { scope: 'status', purpose: 'SUPNWK' });
    expect({ status, body }).toMatchObject({ status: 403, body: { code: 'outside-grant', grant: { scope: 'results', purposes: ['FAMRQT'] } } });
  });

  it('is taken back: the next view is refused like one under an id that nobody has, for everybody', async () => {
    const before = await daughter.get('/v1/me/bases');
    expect(await mother.post(`/v1/consents/${consent}/revocation`)).toMatchObject({ status: 200, body: { state: 'ended' } });
    const answers = [await look(daughter, consent), await look(daughter, nobody()), await look(stranger, consent), await look(stranger, 'no-id')].map(seen);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await daughter.get('/v1/me/bases')).body).toEqual(before.body);
  });

  it('leaves each look and each attempt in the subject\'s log', async () => {
    const entries = await eventually(async () => (await mother.get('/v1/me/disclosures?limit=4')).body['entries'], (lines) => Array.isArray(lines) && lines.length === 4);
    expect(entries).toMatchObject([
      { kind: 'refusal', viewer: null, pseudonym: expect.any(String) },
      { kind: 'refusal', viewer: { family: '李' }, pseudonym: null },
      { kind: 'refusal', viewer: { family: '李' }, purpose: 'SUPNWK' },
      { kind: 'view', viewer: { family: '李' }, scope: 'results', rule: 'cn-1' },
    ]);
  });

  it('hands over pages that only their owner can turn', async () => {
    const { body } = await mother.get('/v1/me/disclosures?limit=1');
    const next = String(body['next']);
    expect(next).toHaveLength(48);
    expect((await mother.get(`/v1/me/disclosures?limit=1&before=${next}`)).body).toMatchObject({ entries: [{ kind: 'refusal', viewer: { family: '李' } }] });
    expect(await stranger.get(`/v1/me/disclosures?limit=1&before=${next}`)).toMatchObject({ status: 400, body: { code: 'cursor', field: 'before' } });
  });

  it('is nobody else\'s business', async () => {
    const other = await opened(daughter, mother);
    for (const act of ['decline', 'revocation', 'relinquishment']) {
      expect(seen(await stranger.post(`/v1/consents/${other}/${act}`))).toEqual(seen(await stranger.post(`/v1/consents/${nobody()}/${act}`)));
    }
    expect(seen(await stranger.post(`/v1/consents/${other}/grant`, terms()))).toEqual(seen(await stranger.post(`/v1/consents/${nobody()}/grant`, terms())));
  });

  it('is not a minor\'s to give', async () => {
    const asked = await opened(daughter, teenager);
    expect(await teenager.post(`/v1/consents/${asked}/grant`, terms())).toMatchObject({ status: 403, body: { code: 'under-age' } });
  });

  it('has one answer for codes that are unknown, wrong, taken and expired', async () => {
    const { body } = await daughter.post('/v1/consent-requests', { ...terms(), label: 'Mum' });
    const code = String(body['code']);
    await mother.post('/v1/consent-codes/openings', { code });
    const late = await daughter.post('/v1/consent-requests', { ...terms(), label: 'Mum' });
    const answers = [await stranger.post('/v1/consent-codes/openings', { code }), await stranger.post('/v1/consent-codes/openings', { code: 'x' })];
    answers.push(await stranger.post('/v1/consent-codes/openings', { code: randomBytes(32).toString('base64url') }));
    instance.clock.advance(30 * MINUTE);
    answers.push(await stranger.post('/v1/consent-codes/openings', { code: late.body['code'] }));
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'code-expired' } });
  });

  it('is granted strongly and taken back easily', async () => {
    const weak = await instance.as('wang-fang', 'al1');
    expect(await weak.post(`/v1/consents/${consent}/grant`, terms())).toMatchObject({ status: 403, body: { code: 'step-up' } });
    expect(await weak.post(`/v1/consents/${consent}/revocation`)).toMatchObject({ status: 200 });
  });
});
