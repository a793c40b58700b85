import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Person } from '../kit/instance.js';
import { bodyOf, unusedId } from './given/bodies.js';
import { World } from './given/world.js';
import { CALLERS, DOORS } from './tables/doors.js';

let world: World;
beforeAll(async () => {
  world = await World.start(['li-na', 'nurse-zhou', 'registrar-he', 'auditor-tang']);
}, 60_000);
afterAll(() => world?.close());

const speakers: Readonly<Record<(typeof CALLERS)[number], () => Person | Promise<Person>>> = {
  nobody: () => world.with(undefined),
  account: () => world.as('unverified', 'al3'),
  al1: () => world.as('li-na', 'al1'),
  al2: () => world.as('li-na', 'al2'),
  al3: () => world.as('li-na', 'al3'),
  clinic: () => world.as('nurse-zhou', 'al3'),
  registrar: () => world.as('registrar-he', 'al3'),
  auditor: () => world.as('auditor-tang', 'al3'),
};

function ask(person: Person, route: string): Promise<Answer> {
  const [method, path = ''] = route.split(' ');
  const place = path.replace(/\{\w+\}/, unusedId(route));
  if (method === 'GET') return person.get(place);
  const body = bodyOf(path, world);
  return path.endsWith('/imports') ? person.postLines(place, [body]) : person.post(place, body);
}

describe('the door of', () => {
  it.each(DOORS)('%s', async (route, ...answers) => {
    const heard = [];
    for (const caller of CALLERS) heard.push((await ask(await speakers[caller](), route)).status);
    expect(heard).toEqual(answers);
  }, 30_000);

  it.each(DOORS)('%s, to a token that is none: as to nobody', async (route, nobody) => {
    expect((await ask(world.with('eyJhbGciOiJub25lIn0.e30.'), route)).status).toBe(nobody);
  });
});
