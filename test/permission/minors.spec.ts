import { afterAll, beforeAll } from '@jest/globals';
import { DAY, HOUR } from '../../libs/kernel/index.js';
import { Consents } from './given/consents.js';
import { Registry } from './given/registry.js';
import { World } from './given/world.js';
import { type Given, play } from './table.js';
import { MINORS } from './tables/minors.js';

const THIRTEEN = 'chen-xiaoyang';
const FIFTEEN = 'zhao-lei';
const FATHER = 'zhao-qiang';

let world: World;
const registry = new Registry(() => world);
const consents = new Consents(() => world);

beforeAll(async () => {
  world = await World.start([THIRTEEN, FIFTEEN, FATHER, 'li-na', 'stranger']);
  const { identity } = await world.member(FIFTEEN);
  await registry.confirm(FATHER, { name: identity?.name, birthDate: identity?.birthDate, document: identity?.document });
  world.wait(4 * DAY);
}, 60_000);
afterAll(() => world?.close());

/** The consent before the comma, between those after it. */
async function given(state: string): Promise<Given> {
  const [, consent = '', kind = ''] = /^(.*?), (subject of 13|subject of 15|to a guardian.*)$/.exec(state) ?? [];
  const subject = kind === 'subject of 13' ? THIRTEEN : FIFTEEN;
  const viewer = kind.startsWith('to a guardian') ? FATHER : 'li-na';
  const made = await consents.in(consent, { viewer, subject, lasting: 3 * DAY });
  if (kind.endsWith('a day ago')) world.wait(DAY + HOUR);
  return made;
}

function body(path: string, [scope, purpose]: readonly string[], { code, until }: Given): object {
  if (path.endsWith('/openings')) return { code };
  if (path.endsWith('/grant')) return { scope: 'status', purpose: 'FAMRQT', until };
  return path.endsWith('/views') ? { scope, purpose } : {};
}

play('consents of the young', MINORS, { world: () => world, given, body });
