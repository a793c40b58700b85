import { afterAll, beforeAll } from '@jest/globals';
import { DEVELOPMENT_ISSUER } from '../../apps/issuer/issuer.js';
import { DAY } from '../../libs/kernel/index.js';
import { child } from './given/registry.js';
import { appoint, tie } from './given/staff.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { COUNTER } from './tables/counter.js';

const PERSON = 'maria-garcia';
const PARTIES = { office: 'registrar-lin', tied: 'liu-yang', themselves: PERSON, over: 'nguyen-an', nurse: 'nurse-zhou', auditor: 'auditor-tang', stranger: 'stranger' };

let world: World;
beforeAll(async () => {
  world = await World.start([PERSON, PARTIES.tied, 'stranger']);
  await appoint(world, PARTIES.over, { role: 'registrar', institution: 'xuhui-registry', days: 1 });
  world.wait(DAY);
  for (const name of [PERSON, PARTIES.tied]) await appoint(world, name, { role: 'registrar', institution: 'xuhui-registry' });
  await tie(world, PARTIES.tied, PERSON);
}, 60_000);
afterAll(() => world?.close());

/** Who stands before the registrar, and the account they say is theirs. */
async function given(state: string): Promise<Given> {
  if (state === 'unknown') return { id: '', parties: PARTIES, subject: 'somebody-new', person: child('1990-01-01') };
  const { identity } = await world.member(PERSON);
  if (identity === null) throw new Error('unverified');
  const { name, birthDate, document } = identity;
  const changes = { 'another name': { name: { ...name, given: 'Otra' } }, 'another birthday': { birthDate: '1990-01-01' } }[state] ?? {};
  return { id: '', parties: PARTIES, subject: PERSON, person: { name, birthDate, document, ...changes } };
}

function body(path: string, [how]: readonly string[], { subject, person }: Given): object {
  const account = { issuer: DEVELOPMENT_ISSUER, subject };
  if (path.endsWith('/appointments')) return { ...account, role: 'clinic', institution: 'haidian-clinic', days: how === 'for-years' ? 91 : 30 };
  return path.endsWith('/account-links') ? { ...Object(person), ...account } : Object(person);
}

play('a registrar with somebody before them', COUNTER, { world: () => world, given, body });
