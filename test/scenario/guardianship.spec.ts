import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, formatInstant, MINUTE, plus } from '../../libs/kernel/index.js';
import { eventually } from '../kit/eventually.js';
import { type Answer, Instance, type Person } from '../kit/instance.js';

let instance: Instance;
let claim: Readonly<Record<string, unknown>>;
let mother: Person, father: Person, haidian: Person, second: Person, chaoyang: Person;
beforeAll(async () => {
  instance = await Instance.start();
  const as = (name: string) => instance.as(name);
  [mother, father, haidian, second, chaoyang] = await Promise.all([as('li-na'), as('chen-wei'), as('registrar-he'), as('registrar-gao'), as('registrar-lin')]);
  for (const person of [mother, father, haidian, chaoyang]) expect((await person.post('/v1/enrolments')).status).toBe(202);
  const child = instance.member('chen-xiaoyu').identity;
  if (child === null) throw new Error('the child has no identity');
  claim = { name: child.name, birthDate: child.birthDate, document: child.document, ground: 'parent-of-minor', evidence: { type: 'birth-certificate', authority: 'Haidian', number: 'A1', sha256: 'ab'.repeat(32) } };
}, 60_000);
afterAll(() => instance.close());

const mine = (person: Person): Promise<Answer> => person.get('/v1/me/guardianships');
const first = (answer: Answer, list: string): Readonly<Record<string, unknown>> => (answer.body[list] as readonly Readonly<Record<string, unknown>>[])[0] ?? {};
const dealt = (person: Person) => eventually(() => person.post('/v1/registry/claims/next'), ({ body }) => body['paper'] !== null);
const reviewAt = (): string => formatInstant(plus(instance.clock.now(), 300 * DAY));

/** From the claim to what its claimant hears of it. */
async function decided(claimant: Person, body: object): Promise<Answer> {
  expect(await claimant.post('/v1/guardianships', body)).toMatchObject({ status: 202, body: { claim: expect.stringMatching(/^[0-9a-f]{32}$/), state: 'received' } });
  const { claim: id } = (await dealt(haidian)).body['paper'] as { claim: string };
  expect((await chaoyang.post('/v1/registry/claims/next')).body).toEqual({ paper: null });
  expect(await haidian.post(`/v1/registry/claims/${id}/proposal`, { reviewAt: reviewAt() })).toMatchObject({ status: 200, body: { claim: id } });
  expect((await second.post('/v1/registry/claims/next')).body).toEqual({ paper: null });
  await dealt(chaoyang);
  expect(await chaoyang.post(`/v1/registry/claims/${id}/countersignature`)).toMatchObject({ status: 200, body: { claim: id } });
  expect(await chaoyang.post(`/v1/registry/claims/${id}/countersignature`)).toMatchObject({ status: 404 });
  return eventually(() => mine(claimant), (answer) => first(answer, 'claims')['state'] !== 'received');
}

describe('guardianship over HTTP', () => {
  let basis: unknown;
  const look = () => mother.post(`/v1/bases/${String(basis)}/views`, { scope: 'results', purpose: 'FAMRQT' });

  it('goes from a claim through two offices to a view of the child', async () => {
    const answer = await decided(mother, claim);
    expect(first(answer, 'claims')).toMatchObject({ state: 'confirmed', reason: null });
    const guardianship = await eventually(() => mine(mother), (seen) => first(seen, 'guardianships')['basis'] !== undefined);
    ({ basis } = first(guardianship, 'guardianships'));
    expect(first(guardianship, 'guardianships')).toMatchObject({ basis: expect.stringMatching(/^g_/), scope: 'results', purposes: ['FAMRQT'] });
    expect(await look()).toMatchObject({ status: 200, body: { surname: '陈', status: 'no-current-result', results: [] } });
  }, 30_000);

  it('tells the first guardian of a second: it takes effect after 72 hours', async () => {
    expect(first(await decided(father, claim), 'claims')).toMatchObject({ state: 'confirmed' });
    const answer = await eventually(() => mine(father), (seen) => first(seen, 'guardianships')['from'] !== undefined);
    expect(first(answer, 'guardianships')['from']).toBe(formatInstant(plus(instance.clock.now(), 3 * DAY)));
    expect(first(await mine(mother), 'guardianships')['others']).toMatchObject([{ name: { family: '陈', given: '伟' }, from: formatInstant(plus(instance.clock.now(), 3 * DAY)) }]);
  }, 30_000);

  it('ends a claim that names another person than the document’s, in words about the paper', async () => {
    const known = { ...claim, name: { ...(claim['name'] as object), given: '大雨' } };
    expect(first(await decided(father, known), 'claims')).toMatchObject({ state: 'closed', reason: 'not-confirmed' });
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
    const { claim: id } = (await dealt(haidian)).body['paper'] as { claim: string };
    instance.clock.advance(30 * MINUTE);
    const late = await instance.as('registrar-he');
    expect(await late.post(`/v1/registry/claims/${id}/closing`, { reason: 'expired' })).toMatchObject({ status: 409, body: { code: 'deal-lapsed' } });
  }, 30_000);
});
