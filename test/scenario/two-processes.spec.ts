import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { birthday } from '../../libs/domain/guardianship/age.js';
import { dateIn } from '../../libs/domain/person.js';
import { CN_1 } from '../../libs/domain/policy/cn-1.js';
import { DAY, formatInstant, type Instant, plus } from '../../libs/kernel/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { Instance, type Person, speaker } from '../kit/instance.js';

/** Somebody who speaks to either process. */
type Both = readonly [Person, Person];

let one: Instance;
let other: Instance;
let viewer: Both, subject: Both, north: Both, south: Both;
const both = async (name: string): Promise<Both> => {
  const here = await one.as(name);
  return [here, speaker(other.address, here.token)];
};

beforeAll(async () => {
  one = await Instance.start({ at: '2026-03-10T04:00:00Z' });
  other = await Instance.start({ beside: one });
  [viewer, subject, north, south] = await Promise.all([both('li-na'), both('wang-fang'), both('registrar-he'), both('registrar-lin')]);
  await enrol(...[viewer, subject, north, south].map(([{ client }]) => client));
}, 60_000);
afterAll(async () => {
  await other?.close();
  await one?.close();
});

const look = (person: Person, basis: unknown, scope = 'status') => person.post(`/v1/bases/${String(basis)}/views`, { scope, purpose: 'FAMRQT' });
const terms = (scope = 'status') => ({ scope, purpose: 'FAMRQT', until: formatInstant(plus(one.clock.now(), DAY)) });
const shown = (person: Person, basis: unknown) => eventually(() => look(person, basis), ({ status }) => status === 200);

async function opened(): Promise<string> {
  const { body } = await viewer[0].post('/v1/consent-requests', { ...terms('results'), label: 'Mum' });
  expect((await subject[1].post('/v1/consent-codes/openings', { code: body['code'] })).status).toBe(200);
  return String(body['consent']);
}

describe('what one process remembers, another ends', () => {
  it.each([
    ['first', 0],
    ['second', 1],
  ] as const)('a grant that both have shown, revoked at the %s', async (_which, at) => {
    const consent = await opened();
    expect((await subject[0].post(`/v1/consents/${consent}/grant`, terms())).status).toBe(200);
    for (const person of viewer) await shown(person, consent);
    expect((await subject[at].post(`/v1/consents/${consent}/revocation`)).status).toBe(200);
    for (const person of viewer) expect((await look(person, consent)).status).toBe(404);
  });

  it('two requests at once under one key: one is carried out, and nobody hears otherwise', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [consent, key] = [await opened(), randomUUID()];
      const answers = await Promise.all([subject[0].post(`/v1/consents/${consent}/grant`, terms('status'), key), subject[1].post(`/v1/consents/${consent}/grant`, terms('results'), key)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
      const scope = answers.find(({ status }) => status === 200)?.body['scope'];
      expect((await eventually(() => look(viewer[0], consent, 'results'), ({ status }) => status !== 503)).status).toBe(scope === 'results' ? 200 : 403);
      await subject[0].post(`/v1/consents/${consent}/revocation`);
    }
  }, 30_000);

  it('two retries at once of one request are answered alike', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [consent, key] = [await opened(), randomUUID()];
      const granting = subject.map((person) => person.post(`/v1/consents/${consent}/grant`, terms(), key));
      one.clock.advance(1);
      const [here, there] = await Promise.all(granting);
      expect(here?.status).toBe(200);
      expect(there?.text).toBe(here?.text);
      await subject[0].post(`/v1/consents/${consent}/revocation`);
    }
  }, 30_000);
});

describe('a guardian and the years', () => {
  const act = (person: Person, basis: string, what: string) => person.post(`/v1/registry/guardianships/${basis}/${what}`, { reason: 'a report' });

  /** The viewer becomes the guardian of somebody who turns `age` ten days from now. */
  async function guardianOf(age: number, number: string): Promise<{ readonly basis: string; readonly turns: Instant }> {
    const turning = dateIn(plus(one.clock.now(), 10 * DAY), CN_1);
    const birthDate = `${Number(turning.slice(0, 4)) - age}${turning.slice(4)}`;
    const child = { name: { family: '陈', given: '雨' }, birthDate, document: { type: 'passport', state: 'CN', number } };
    const evidence = { type: 'birth-certificate', authority: 'Haidian', number: 'A1', sha256: 'ab'.repeat(32) };
    const { claim } = (await viewer[0].post('/v1/guardianships', { ...child, ground: 'parent-of-minor', evidence })).body;
    const dealt = (person: Person) => eventually(() => person.post('/v1/registry/claims/next'), ({ body }) => body['paper'] !== null);
    await dealt(north[0]);
    expect((await north[1].post(`/v1/registry/claims/${String(claim)}/proposal`, { reviewAt: formatInstant(plus(one.clock.now(), 300 * DAY)) })).status).toBe(200);
    await dealt(south[1]);
    expect((await south[0].post(`/v1/registry/claims/${String(claim)}/countersignature`)).status).toBe(200);
    const mine = await eventually(() => viewer[1].get('/v1/me/guardianships'), ({ body }) => JSON.stringify(body['guardianships']).includes(String(claim)));
    const found = (mine.body['guardianships'] as readonly { claim: unknown; basis: string }[]).find((each) => each.claim === claim);
    return { basis: found?.basis ?? '', turns: birthday(birthDate, age, CN_1) };
  }

  it('suspended at one process, they see nothing at the other; lifted, they see again', async () => {
    const { basis } = await guardianOf(8, 'E10000008');
    for (const person of viewer) await shown(person, basis);
    for (const [stops, lifts] of [[north[0], south[1]], [south[1], north[0]]] as const) {
      expect((await act(stops, basis, 'suspension')).status).toBe(200);
      for (const person of viewer) expect((await look(person, basis)).status).toBe(404);
      expect((await act(lifts, basis, 'reinstatement')).status).toBe(200);
      for (const person of viewer) await shown(person, basis);
    }
  }, 30_000);

  it('sees results to the last millisecond before the 14th birthday in Shanghai, and status from then on', async () => {
    const { basis, turns } = await guardianOf(14, 'E10000014');
    await shown(viewer[0], basis);
    one.clock.set(plus(turns, -1));
    for (const person of viewer) expect((await look(person, basis, 'results')).status).toBe(200);
    one.clock.set(turns);
    for (const person of viewer) {
      expect(await look(person, basis, 'results')).toMatchObject({ status: 403, body: { code: 'outside-grant', grant: { scope: 'status' } } });
      expect((await look(person, basis)).status).toBe(200);
    }
  }, 30_000);

  it('of a youth sees status from 72 hours after the confirmation to the last millisecond before the 18th birthday', async () => {
    const { basis, turns } = await guardianOf(18, 'E10000018');
    const from = plus(one.clock.now(), 3 * DAY);
    const asked = async (at: Instant, scope = 'status') => {
      one.clock.set(at);
      return Promise.all(viewer.map(async (person) => (await eventually(() => look(person, basis, scope), ({ status }) => status !== 503)).status));
    };
    expect(await asked(plus(from, -1))).toEqual([404, 404]);
    expect(await asked(from)).toEqual([200, 200]);
    expect(await asked(from, 'results')).toEqual([403, 403]);
    expect(await asked(plus(turns, -1))).toEqual([200, 200]);
    expect(await asked(turns)).toEqual([403, 403]);
  }, 30_000);
});
