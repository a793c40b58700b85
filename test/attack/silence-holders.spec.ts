import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hex } from '../permission/given/bodies.js';
import { Consents, SUBJECT } from '../permission/given/consents.js';
import { GUARDIAN, Guardianships } from '../permission/given/guardianships.js';
import { Registry } from '../permission/given/registry.js';
import { World } from '../permission/given/world.js';
import { type Heard, hear, withoutFresh } from './silence/hear.js';

const VIEWER = 'ouyang-xue';

// The machine may be busy; nothing here is about time.
jest.setTimeout(60_000);

let world: World;
beforeAll(async () => {
  world = await World.start([VIEWER, GUARDIAN, SUBJECT, 'chen-wei', 'stranger']);
});
afterAll(() => world?.close());

const consents = new Consents(() => world);
const guardianships = new Guardianships(() => world, new Registry(() => world));

async function view(who: string, basis: string, scope = 'status', purpose = 'FAMRQT'): Promise<Heard> {
  const { token } = await world.as(who, 'al2');
  return withoutFresh(await hear(world.instance.address, { method: 'POST', path: `/v1/bases/${basis}/views`, token, body: JSON.stringify({ scope, purpose }) }));
}

async function list(who: string, path: string): Promise<Heard> {
  const { token } = await world.as(who, 'al2');
  return hear(world.instance.address, { path, token });
}

async function act(who: string, path: string): Promise<Heard> {
  const { token } = await world.as(who, 'al2');
  return withoutFresh(await hear(world.instance.address, { method: 'POST', path, token, body: '{}' }));
}

const ids = (states: readonly string[], viewer = VIEWER): Promise<readonly string[]> =>
  states.reduce<Promise<readonly string[]>>(async (made, state) => [...(await made), (await consents.in(state, { viewer })).id], Promise.resolve([]));

describe('a holder, within what they were granted,', () => {
  it('hears of a revoked, relinquished, declined, unanswered, foreign and unknown consent the same', async () => {
    const unknown = await view(VIEWER, `c_${hex()}`);
    expect(unknown.status).toBe(404);
    const foreign = await ids(['live', 'revoked'], 'chen-wei');
    for (const id of [...(await ids(['revoked', 'relinquished', 'declined', 'opened', 'requested'])), ...foreign]) expect(await view(VIEWER, id)).toEqual(unknown);
  });

  it('hears of a suspended, ended, told, foreign and unknown guardianship the same, and the same as of a consent', async () => {
    const unknown = await view(GUARDIAN, `g_${hex()}-1`);
    expect(unknown).toEqual(await view(GUARDIAN, `c_${hex()}`));
    for (const state of ['suspended at 6', 'ended at 6', 'told at 15']) expect(await view(GUARDIAN, (await guardianships.in(state)).id)).toEqual(unknown);
    const { id } = await guardianships.in('live at 6');
    expect(await view('chen-wei', id)).toEqual(unknown);
    expect(await view(GUARDIAN, id.replace(/-1$/, '-2'))).toEqual(unknown);
  });

  it('and only they, is shown something while it is live', async () => {
    const [live = ''] = await ids(['live']);
    expect((await view(VIEWER, live)).status).toBe(200);
    expect((await view('chen-wei', live)).status).toBe(404);
  });
});

describe('a holder, outside what they were granted,', () => {
  it.each([['results', 'FAMRQT'], ['status', 'SUPNWK'], ['results', 'SUPNWK']])('hears their terms, live, revoked or relinquished: %s for %s', async (scope, purpose) => {
    const [live = '', ...over] = await ids(['live', 'revoked', 'relinquished']);
    const told = await view(VIEWER, live, scope, purpose);
    expect(told.status).toBe(403);
    for (const id of over) expect(await view(VIEWER, id, scope, purpose)).toEqual(told);
  });

  it('hears them after the window too, also where it was revoked before', async () => {
    const [live = '', revoked = '', relinquished = ''] = await ids(['live', 'revoked', 'relinquished']);
    const [foreign = ''] = await ids(['revoked, expired'], 'chen-wei');
    const told = await view(VIEWER, live);
    expect(told.status).toBe(403);
    for (const id of [revoked, relinquished]) expect(await view(VIEWER, id)).toEqual(told);
    expect((await view(VIEWER, foreign)).status).toBe(404);
  });

  it('hears a guardianship’s, live, suspended or ended', async () => {
    const [live, ...others] = [await guardianships.in('live at 6'), await guardianships.in('suspended at 6'), await guardianships.in('ended at 6')];
    const told = await view(GUARDIAN, live.id, 'status', 'SUPNWK');
    expect(told.status).toBe(403);
    for (const { id } of others) expect(await view(GUARDIAN, id, 'status', 'SUPNWK')).toEqual(told);
  });
});

describe('an end is not pushed to a viewer:', () => {
  it('lists stay as they were through a revocation', async () => {
    const { id } = await consents.in('live', { viewer: VIEWER });
    const before = await list(VIEWER, '/v1/me/bases');
    await world.does(SUBJECT, 'al1', `/v1/consents/${id}/revocation`);
    await world.settled();
    expect(await list(VIEWER, '/v1/me/bases')).toEqual(before);
  });

  it('and through a decline', async () => {
    const { id } = await consents.in('opened', { viewer: VIEWER });
    const before = await list(VIEWER, '/v1/me/bases');
    await world.does(SUBJECT, 'al2', `/v1/consents/${id}/decline`);
    await world.settled();
    expect(await list(VIEWER, '/v1/me/bases')).toEqual(before);
  });

  it('and through a suspension and an end', async () => {
    const registry = new Registry(() => world);
    const { id } = await guardianships.in('live at 6');
    const before = [await list(GUARDIAN, '/v1/me/guardianships'), await list(GUARDIAN, '/v1/me/bases')];
    for (const step of ['suspension', 'end'] as const) {
      await registry.act(step, id);
      expect([await list(GUARDIAN, '/v1/me/guardianships'), await list(GUARDIAN, '/v1/me/bases')]).toEqual(before);
    }
  });

  it('nor do they learn it by giving up, or by trying their own code', async () => {
    const [live = '', revoked = ''] = await ids(['live', 'revoked'], 'chen-wei');
    expect(await act('chen-wei', `/v1/consents/${live}/relinquishment`)).toEqual(await act('chen-wei', `/v1/consents/${revoked}/relinquishment`));
    const [asked = '', opened = '', declined = ''] = await ids(['requested', 'opened', 'declined'], 'chen-wei');
    const given = await act('chen-wei', `/v1/consents/${asked}/relinquishment`);
    for (const id of [opened, declined]) expect(await act('chen-wei', `/v1/consents/${id}/relinquishment`)).toEqual(given);
  });
});
