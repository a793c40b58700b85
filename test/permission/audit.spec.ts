import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
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
const STAFF = { auditor: 'auditor-tang', registrar: 'registrar-lin', nurse: 'nurse-zhou', over: 'nguyen-an', 'viewing auditor': VIEWING, 'tied auditor': TIED, 'close auditor': CLOSE };

let world: World;
beforeAll(async () => {
  world = await World.start([SUBJECT, VIEWING, TIED, CLOSE, VIEWER]);
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

play('an auditor', AUDIT, { world: () => world, given, body: () => ({}) });
