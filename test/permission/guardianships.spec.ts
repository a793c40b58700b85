import { afterAll, beforeAll } from '@jest/globals';
import { DEPENDENT, GUARDIAN, Guardianships, OTHER_GUARDIAN, TIED } from './given/guardianships.js';
import { Registry } from './given/registry.js';
import { appoint, tie } from './given/staff.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { GUARDIANSHIPS } from './tables/guardianships.js';
import { GUARDIAN_VIEWS } from './tables/views.js';

let world: World;
beforeAll(async () => {
  world = await World.start([GUARDIAN, OTHER_GUARDIAN, DEPENDENT, TIED, 'stranger']);
  for (const name of [GUARDIAN, OTHER_GUARDIAN, TIED]) await appoint(world, name, { role: 'registrar', institution: 'xuhui-registry' });
  await tie(world, TIED, GUARDIAN);
}, 60_000);
afterAll(() => world?.close());

const guardianships = new Guardianships(() => world, new Registry(() => world));

const given = (state: string): Promise<Given> => guardianships.in(state);

play('a registrar acts on a guardianship', GUARDIANSHIPS, { world: () => world, given, body: () => ({ reason: 'a paper' }) });
play('views under a guardianship', GUARDIAN_VIEWS, { world: () => world, given, body: (_path, [scope, purpose]) => ({ scope, purpose }) });
