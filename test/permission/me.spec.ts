import { afterAll, beforeAll } from '@jest/globals';
import { DAY, HOUR } from '../../libs/kernel/index.js';
import { Consents, SUBJECT } from './given/consents.js';
import { textIn, World } from './given/world.js';
import { type Given, play } from './table.js';
import { ME } from './tables/me.js';

const PARTIES = { self: SUBJECT, newcomer: 'sun-yue', unverified: 'unverified', viewer: 'li-na', stranger: 'stranger' };

let world: World;
beforeAll(async () => {
  world = await World.start([SUBJECT, 'li-na', 'ouyang-xue', 'stranger']);
}, 60_000);
afterAll(() => world?.close());

const consents = new Consents(() => world);
const request = (until = world.in(HOUR), purpose = 'FAMRQT'): object => ({ scope: 'status', purpose, until, label: 'Mum' });

async function given(state: string): Promise<Given> {
  if (state === 'ten held') return holding();
  if (state === 'a place of theirs') return { id: await place(), parties: PARTIES };
  return { id: state === 'a cursor of theirs' ? await cursor() : '', parties: PARTIES };
}

/** Where the second page of the subject's log begins, after two views. */
async function cursor(): Promise<string> {
  const { id } = await consents.in('live', { viewer: PARTIES.viewer });
  for (const purpose of ['FAMRQT', 'FAMRQT']) await world.does(PARTIES.viewer, 'al2', `/v1/bases/${id}/views`, { scope: 'status', purpose });
  await world.settled();
  return textIn(await world.sees(SUBJECT, '/v1/me/disclosures?limit=1'), 'next');
}

/** Where the subject's own revocation stands in the log, as they were told. */
async function place(): Promise<string> {
  const { id } = await consents.in('live', { viewer: PARTIES.viewer });
  return textIn(await world.does(SUBJECT, 'al1', `/v1/consents/${id}/revocation`), 'position');
}

async function holding(): Promise<Given> {
  const self = 'ouyang-xue';
  for (let held = 0; held < 10; held += 1) await world.does(self, 'al2', '/v1/consent-requests', request());
  await world.settled();
  return { id: '', parties: { ...PARTIES, self } };
}

function body(path: string, [how]: readonly string[]): object {
  if (!path.endsWith('/consent-requests')) return {};
  return how === 'for-work' ? request(world.in(HOUR), 'HRESCH') : request(how === 'for-ever' ? world.in(400 * DAY) : undefined);
}

play('oneself', ME, { world: () => world, given, body });
