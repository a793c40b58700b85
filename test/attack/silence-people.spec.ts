import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEVELOPMENT_ISSUER } from '../../apps/issuer/issuer.js';
import { claimOf, child } from '../permission/given/registry.js';
import { World } from '../permission/given/world.js';
import { type Heard, hear, withoutFresh } from './silence/hear.js';

/** Enrolled by themselves; enrolled at a counter; nobody knows the third; the fourth's number is enrolled under another name. */
const [HERSELF, AT_COUNTER, UNKNOWN, MISTAKEN] = ['wang-fang', 'ouyang-xue', 'aygul', 'maria-garcia'] as const;
const CLERK = 'registrar-he';

interface Described {
  readonly name: object;
  readonly birthDate: string;
  readonly document: { readonly type: string; readonly state: string; readonly number: string };
}

// The machine may be busy; nothing here is about time.
jest.setTimeout(60_000);

let world: World;
beforeAll(async () => {
  world = await World.start([HERSELF, 'stranger']);
  await world.does(CLERK, 'al3', '/v1/registry/enrolments', await paperOf(AT_COUNTER));
  await world.does(CLERK, 'al3', '/v1/registry/enrolments', { ...(await paperOf(MISTAKEN)), name: { family: 'Otra', given: 'Persona' } });
});
afterAll(() => world?.close());

async function paperOf(name: string): Promise<Described> {
  const { identity } = await world.member(name);
  if (identity === null) throw new Error('unverified');
  const { name: called, birthDate, document } = identity;
  return { name: called, birthDate, document };
}

/** Papers of people whom the ledger knows, knows otherwise, and does not know; and of nobody at all. */
async function papers(): Promise<readonly object[]> {
  const [herself, counter, unknown, mistaken] = await Promise.all([HERSELF, AT_COUNTER, UNKNOWN, MISTAKEN].map(paperOf));
  const renamed = { ...herself, name: { family: '别', given: '人' } };
  return [{ ...herself }, { ...counter }, { ...unknown }, { ...mistaken }, renamed, child('1990-01-01'), child('2019-05-01')];
}

async function say(who: string, path: string, body: object): Promise<Heard> {
  const { token } = await world.as(who, 'al3');
  return withoutFresh(await hear(world.instance.address, { method: 'POST', path, token, body: JSON.stringify(body) }));
}

function expectAlike(answers: readonly Heard[], status: number): void {
  expect(answers[0]?.status).toBe(status);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
}

describe('known, unknown and mistaken people are answered alike', () => {
  it('where they enrol themselves', async () => {
    const answers = [];
    for (const name of [HERSELF, AT_COUNTER, UNKNOWN, MISTAKEN]) answers.push(await say(name, '/v1/enrolments', {}));
    expectAlike(answers, 202);
  });

  it('where a registrar enrols them, and where one links an account', async () => {
    const [enrolled, linked] = [[] as Heard[], [] as Heard[]];
    for (const paper of await papers()) {
      enrolled.push(await say(CLERK, '/v1/registry/enrolments', paper));
      for (const subject of ['stranger', 'nobody-yet']) linked.push(await say(CLERK, '/v1/registry/account-links', { ...paper, issuer: DEVELOPMENT_ISSUER, subject }));
    }
    expectAlike(enrolled, 202);
    expectAlike(linked, 202);
  });

  it('where somebody claims to be their guardian, whatever the ground, and afterwards', async () => {
    for (const ground of ['parent-of-minor', 'court-appointed', 'deed-of-guardianship']) {
      const answers = [];
      for (const paper of await papers()) answers.push(await say('stranger', '/v1/guardianships', claimOf({ ...paper, ground })));
      expectAlike(answers, 202);
    }
    await world.settled();
    const { claims } = await world.sees('stranger', '/v1/me/guardianships');
    const told = Array.isArray(claims) ? claims.map((claim: object) => JSON.stringify({ ...claim, claim: '' })) : [];
    expect(told).toHaveLength(21);
    expect(new Set(told).size).toBe(1);
  });

  it('on pages that are not there', async () => {
    const { document } = await paperOf(HERSELF);
    const { token } = await world.as('stranger', 'al3');
    const look = (path: string) => hear(world.instance.address, { path, token });
    const citizen = await world.citizen(HERSELF);
    for (const place of ['/v1/citizens/', '/v1/people/', '/v1/', '/v1/me/', '/v1/me/results/', '/v1/registry/enrolments/']) {
      const unknown = await look(`${place}${'0'.repeat(32)}`);
      expect(unknown.status).toBe(404);
      for (const guess of [citizen, document.number, '13910000001', encodeURIComponent('王芳')]) expect(await look(`${place}${guess}`)).toEqual(unknown);
    }
    expect(await look(`/v1/me?number=${document.number}`)).toEqual(await look(`/v1/me?number=${'0'.repeat(18)}`));
  });
});
