import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DAY } from '../../libs/kernel/index.js';
import { Consents, SUBJECT } from './given/consents.js';
import { appoint, tie } from './given/staff.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { AUDIT } from './tables/audit.js';

/** An auditor who is a viewer, too; one with private dealings with the subject, and one with the viewer. */
const VIEWING = 'olena-shevchenko';
const TIED = 'liu-yang';
const CLOSE = 'chen-wei';
const VIEWER = 'li-na';
const NEIGHBOUR = 'sun-yue';
const STAFF = { auditor: 'auditor-tang', registrar: 'registrar-lin', nurse: 'nurse-zhou', over: 'nguyen-an', 'viewing auditor': VIEWING, 'tied auditor': TIED, 'close auditor': CLOSE };

let world: World;
beforeAll(async () => {
  world = await World.start([SUBJECT, VIEWING, TIED, CLOSE, VIEWER, NEIGHBOUR]);
  await appoint(world, STAFF.over, { role: 'auditor', institution: 'audit-office', days: 1 });
  world.wait(DAY);
  for (const name of [VIEWING, TIED, CLOSE]) await appoint(world, name, { role: 'auditor', institution: 'audit-office' });
  await tie(world, TIED, SUBJECT);
  await tie(world, CLOSE, VIEWER);
}, 60_000);
afterAll(() => world?.close());

const consents = new Consents(() => world);
const hex = (): string => randomBytes(16).toString('hex');

async function given(state: string): Promise<Given> {
  const { id, parties } = await basis(state);
  return { id, parties: { ...parties, ...STAFF } };
}

async function basis(state: string): Promise<Given> {
  const parties = { viewer: VIEWER, subject: SUBJECT };
  if (state === 'a basis') return consents.in('live', { viewer: VIEWER });
  if (state === 'a tried basis') return tried();
  if (state === 'a revoked basis') return consents.in('revoked', { viewer: VIEWING });
  const ids: Readonly<Record<string, () => string | Promise<string>>> = {
    'no basis': () => `c_${hex()}`,
    nobody: hex,
    'no id': () => 'mother',
    'a subject': () => world.citizen(SUBJECT),
    'a seen subject': async () => {
      await basis('a basis');
      return world.citizen(SUBJECT);
    },
    themselves: () => world.citizen(VIEWING),
  };
  return { id: (await ids[state]?.()) ?? '', parties };
}

/** One that has nothing to do with the viewer, who tried it and was refused. */
async function tried(): Promise<Given> {
  const asked = await consents.in('live', { viewer: NEIGHBOUR });
  const refusal = await (await world.as(VIEWER, 'al2')).post(`/v1/bases/${asked.id}/views`, { scope: 'status', purpose: 'FAMRQT' });
  expect(refusal.status).toBe(404);
  await world.settled();
  return asked;
}

/** How often the subject's log says that an auditor asked. */
async function questions(): Promise<number> {
  const { entries } = await world.sees(SUBJECT, '/v1/me/disclosures?limit=100');
  const lines = (entries as readonly { readonly act?: string; readonly repeats?: readonly unknown[] }[]).filter(({ act }) => act === 'access-replayed');
  return lines.reduce((sum, { repeats = [] }) => sum + 1 + repeats.length, 0);
}

it('is seen by the subject to have asked, also where the question is refused', async () => {
  const { id } = await consents.in('live', { viewer: VIEWER });
  const before = await questions();
  for (const path of [`/v1/audit/bases/${id}`, `/v1/audit/subjects/${await world.citizen(SUBJECT)}/access`]) {
    expect((await (await world.as(CLOSE, 'al3')).get(path)).status).toBe(409);
  }
  await world.settled();
  expect(await questions()).toBe(before + 2);
});

play('an auditor', AUDIT, { world: () => world, given, body: () => ({}) });
