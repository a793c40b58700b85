import { afterAll, beforeAll } from '@jest/globals';
import { DAY } from '../../libs/kernel/index.js';
import { CLAIMANT, Claims, KNOWN, TIED, TIED_LATER } from './given/claims.js';
import { claimOf, Registry } from './given/registry.js';
import { appoint, tie } from './given/staff.js';
import { World } from './given/world.js';
import { play } from './table.js';
import { CLAIMS } from './tables/claims.js';

let world: World;
beforeAll(async () => {
  world = await World.start([CLAIMANT, TIED, TIED_LATER, KNOWN, 'nguyen-an', 'stranger']);
  for (const name of [TIED, TIED_LATER]) await appoint(world, name, { role: 'registrar', institution: 'chaoyang-registry' });
  await appoint(world, CLAIMANT, { role: 'registrar', institution: 'xuhui-registry' });
  await tie(world, TIED, CLAIMANT);
}, 60_000);
afterAll(() => world?.close());

const registry = new Registry(() => world);
const claims = new Claims(() => world, registry);

async function body(path: string, [asked = 'of-nobody']: readonly string[]): Promise<object> {
  if (path === '/v1/guardianships') return claimOf(await claims.about(asked));
  if (path.endsWith('/proposal')) return { reviewAt: world.in(asked === 'too-long' ? 6 * 366 * DAY : 400 * DAY) };
  return path.endsWith('/closing') ? { reason: 'unreadable' } : {};
}

play('a claim of guardianship', CLAIMS, { world: () => world, given: (state) => claims.in(state), body });
