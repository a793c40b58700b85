import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '../../libs/client/index.js';
import { DAY, formatInstant, MINUTE, plus } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { Instance, type Person } from '../kit/instance.js';

let instance: Instance;
let claim: components['schemas']['ClaimBody'];
let mother: Person, father: Person, daughter: Person, haidian: Person, second: Person, chaoyang: Person;
beforeAll(async () => {
  instance = await Instance.start();
  const as = (name: string) => instance.as(name);
  [mother, father, daughter, haidian, second, chaoyang] = await Promise.all([as('li-na'), as('chen-wei'), as('chen-xiaoyu'), as('registrar-he'), as('registrar-gao'), as('registrar-lin')]);
  await enrol(mother.client, father.client, daughter.client, haidian.client, chaoyang.client);
  const child = instance.member('chen-xiaoyu').identity;
  if (child === null) throw new Error('the child has no identity');
  claim = { name: child.name, birthDate: child.birthDate, document: child.document, ground: 'parent-of-minor', evidence: { type: 'birth-certificate', authority: 'Haidian', number: 'A1', sha256: 'ab'.repeat(32) } };
}, 60_000);
afterAll(() => instance.close());

/** The newest of what the claimant hears of claims and guardianships. */
async function mine(person: Person) {
  const { data } = await person.client.GET('/v1/me/guardianships');
  return { claim: data?.claims[0], guardianship: data?.guardianships[0] };
}
const next = async (person: Person) => (await person.client.POST('/v1/registry/claims/next')).data;
const dealt = async (person: Person): Promise<string> => (await eventually(() => next(person), (data) => data?.paper !== null))?.paper?.claim ?? '';
const reviewAt = (): string => formatInstant(plus(instance.clock.now(), 300 * DAY));

/** From the claim to what its claimant hears of it. */
async function decided(claimant: Person, body: components['schemas']['ClaimBody']) {
  expect((await claimant.client.POST('/v1/guardianships', { body })).data).toEqual({ claim: expect.stringMatching(/^[0-9a-f]{32}$/), state: 'received' });
  const id = await dealt(haidian);
  const params = { path: { id } };
  expect(await next(chaoyang)).toEqual({ paper: null });
  expect((await haidian.client.POST('/v1/registry/claims/{id}/proposal', { params, body: { reviewAt: reviewAt() } })).data).toEqual({ claim: id });
  expect(await next(second)).toEqual({ paper: null });
  await dealt(chaoyang);
  expect((await chaoyang.client.POST('/v1/registry/claims/{id}/countersignature', { params })).data).toEqual({ claim: id });
  expect((await chaoyang.client.POST('/v1/registry/claims/{id}/countersignature', { params })).response.status).toBe(404);
  return eventually(() => mine(claimant), (heard) => heard.claim?.state !== 'received');
}

describe('guardianship over HTTP', () => {
  let basis: unknown;
  const look = () => mother.post(`/v1/bases/${String(basis)}/views`, { scope: 'results', purpose: 'FAMRQT' });

  it('goes from a claim through two offices to a view of the child', async () => {
    expect((await decided(mother, claim)).claim).toMatchObject({ state: 'confirmed', reason: null });
    const { guardianship } = await eventually(() => mine(mother), (seen) => seen.guardianship !== undefined);
    basis = guardianship?.basis;
    expect(guardianship).toMatchObject({ basis: expect.stringMatching(/^g_/), scope: 'results', purposes: ['FAMRQT'] });
    expect(await look()).toMatchObject({ status: 200, body: { surname: '陈', status: 'no-current-result', results: [] } });
  }, 30_000);

  it('is in the claimant’s log, where each office opened the paper and saw their name', async () => {
    const opened = (office: string) => ({ kind: 'staff', at: expect.any(String), act: 'claim-dealt', institutions: [office] });
    const { body } = await eventually(() => mother.get('/v1/me/disclosures'), ({ text }) => text.split('claim-dealt').length === 3);
    expect(body).toEqual({ entries: [opened('chaoyang-registry'), opened('haidian-registry')], next: null });
  }, 30_000);

  it('shows the child who tried the number after hers', async () => {
    expect(await father.post(`/v1/bases/${String(basis).replace(/-1$/, '-2')}/views`, { scope: 'results', purpose: 'FAMRQT' })).toMatchObject({ status: 404 });
    const log = await eventually(() => daughter.get('/v1/me/disclosures'), ({ text }) => text.includes('refusal'));
    expect(log.body).toMatchObject({ entries: expect.arrayContaining([expect.objectContaining({ kind: 'refusal', scope: 'results', purpose: 'FAMRQT', viewer: null })]) });
  }, 30_000);

  it('tells the first guardian of a second: it takes effect after 72 hours', async () => {
    expect((await decided(father, claim)).claim).toMatchObject({ state: 'confirmed' });
    const { guardianship } = await eventually(() => mine(father), (seen) => seen.guardianship !== undefined);
    expect(guardianship?.from).toBe(formatInstant(plus(instance.clock.now(), 3 * DAY)));
    expect((await mine(mother)).guardianship?.others).toMatchObject([{ name: { family: '陈', given: '伟' }, from: formatInstant(plus(instance.clock.now(), 3 * DAY)) }]);
  }, 30_000);

  it('ends a claim that names another person than the document’s, in words about the paper', async () => {
    const known = { ...claim, name: { ...claim.name, given: '大雨' } };
    expect((await decided(father, known)).claim).toMatchObject({ state: 'closed', reason: 'not-confirmed' });
  }, 30_000);

  it('is suspended at once, reinstated with al3, and ended for good', async () => {
    const act = (what: string, person = haidian) => person.post(`/v1/registry/guardianships/${String(basis)}/${what}`, { reason: 'a report' });
    const weak = await instance.as('registrar-he', 'al2');
    expect(await act('suspension', weak)).toMatchObject({ status: 200, body: { guardianship: basis, state: 'suspended' } });
    expect(await look()).toMatchObject({ status: 404 });
    expect(await act('reinstatement', weak)).toMatchObject({ status: 403, body: { code: 'step-up' } });
    expect(await act('reinstatement')).toMatchObject({ status: 200, body: { state: 'live' } });
    await eventually(look, ({ status }) => status === 200);
    expect(await act('end')).toMatchObject({ status: 200, body: { state: 'ended' } });
    expect(await look()).toMatchObject({ status: 404 });
    expect(await act('reinstatement')).toMatchObject({ status: 409, body: { code: 'guardianship-ended' } });
    expect(await haidian.post(`/v1/registry/guardianships/g_${'0'.repeat(32)}-1/end`, { reason: 'a report' })).toMatchObject({ status: 404 });
  }, 30_000);

  it('keeps its doors: a citizen is no registrar, a lapsed deal is no deal', async () => {
    expect((await mother.post('/v1/registry/claims/next')).status).toBe(403);
    await mother.post('/v1/guardianships', { ...claim, document: { type: 'passport', state: 'CN', number: 'E99999999' } });
    const id = await dealt(haidian);
    instance.clock.advance(30 * MINUTE);
    const late = await instance.as('registrar-he');
    expect(await late.post(`/v1/registry/claims/${id}/closing`, { reason: 'expired' })).toMatchObject({ status: 409, body: { code: 'deal-lapsed' } });
  }, 30_000);
});
