import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bodyOf, unusedId } from '../permission/given/bodies.js';
import { Consents, SUBJECT } from '../permission/given/consents.js';
import { World } from '../permission/given/world.js';
import { DOORS } from '../permission/tables/doors.js';
import { type Heard, hear, type Sent, withoutFresh } from './silence/hear.js';
import { OVERRIDES, SPELLINGS } from './silence/spellings.js';

const VIEWER = 'ouyang-xue';

// The machine may be busy; nothing here is about time.
jest.setTimeout(60_000);

let world: World;
let live: string;
let revoked: string;
beforeAll(async () => {
  world = await World.start([VIEWER, SUBJECT, 'stranger']);
  const consents = new Consents(() => world);
  live = (await consents.in('live', { viewer: VIEWER })).id;
  revoked = (await consents.in('revoked', { viewer: VIEWER })).id;
});
afterAll(() => world?.close());

const VIEW = JSON.stringify({ scope: 'status', purpose: 'FAMRQT' });

/** A request whose answer says something: who, and what. */
interface Case {
  readonly what: string;
  readonly who: string | undefined;
  readonly sent: () => Sent;
}

const CASES: readonly Case[] = [
  { what: 'a view by its holder', who: VIEWER, sent: () => ({ method: 'POST', path: `/v1/bases/${live}/views`, body: VIEW }) },
  { what: 'a view by a stranger', who: 'stranger', sent: () => ({ method: 'POST', path: `/v1/bases/${live}/views`, body: VIEW }) },
  { what: 'a view by nobody', who: undefined, sent: () => ({ method: 'POST', path: `/v1/bases/${live}/views`, body: VIEW }) },
  { what: 'a view after a revocation', who: VIEWER, sent: () => ({ method: 'POST', path: `/v1/bases/${revoked}/views`, body: VIEW }) },
  { what: 'oneself', who: SUBJECT, sent: () => ({ path: '/v1/me' }) },
  { what: 'oneself, by nobody', who: undefined, sent: () => ({ path: '/v1/me' }) },
  { what: 'the log, by a citizen', who: 'stranger', sent: () => ({ path: '/v1/audit/events' }) },
  { what: 'a registrar’s paper, by a citizen', who: 'stranger', sent: () => ({ method: 'POST', path: '/v1/registry/claims/next', body: '{}' }) },
];

async function heardBy(who: string | undefined, sent: Sent): Promise<Heard> {
  const token = who === undefined ? undefined : (await world.as(who, 'al2')).token;
  return withoutFresh(await hear(world.instance.address, { ...sent, token }));
}

describe.each(CASES)('$what', ({ who, sent }) => {
  let decided: Heard;
  beforeAll(async () => {
    decided = await heardBy(who, sent());
  });

  it.each(SPELLINGS)('with %s: decided alike, or not found', async (_name, spell) => {
    const plain = sent();
    const heard = await heardBy(who, { ...plain, path: spell(plain.path) });
    const isAnother = heard.status !== decided.status && [400, 404].includes(heard.status);
    expect(isAnother ? 'no such path' : heard).toEqual(isAnother ? 'no such path' : decided);
    expect(heard.headers.filter((header) => header === 'cache-control: no-store')).toHaveLength(1);
  });

  it.each(OVERRIDES)('with %j: decided alike', async (headers) => {
    expect(await heardBy(who, { ...sent(), headers })).toEqual(decided);
  });
});

describe.each(DOORS)('%s', (route) => {
  const [method = '', path = ''] = route.split(' ');
  const sent = (): Sent => ({ method, path: path.replace(/\{\w+\}/, unusedId(route)), ...(method === 'GET' ? {} : { body: JSON.stringify(bodyOf(path, world)) }) });

  it.each(['stranger', 'auditor-tang', undefined])('is never kept by a cache, nor answered from one: %s', async (who) => {
    const heard = await heardBy(who, { ...sent(), headers: { 'if-none-match': '*', 'if-modified-since': 'Wed, 01 Jan 2099 00:00:00 GMT' } });
    expect(heard.status).not.toBe(304);
    // The page that explains the API says the same to all: it may be kept, and is asked for again each time.
    expect(heard.headers).toContain(`cache-control: ${route === 'GET /docs' ? 'no-cache' : 'no-store'}`);
    for (const header of heard.headers) expect(header).not.toMatch(/^(?:etag|last-modified|expires|age|vary|server|x-powered-by|set-cookie):/i);
  });

  it.each(['stranger', 'auditor-tang', undefined])('says by HEAD what it says by GET, without a body: %s', async (who) => {
    const place = sent().path;
    const [head, get] = [await heardBy(who, { method: 'HEAD', path: place }), await heardBy(who, { path: place })];
    // How a body is cut up is not said where there is none (RFC 9110, section 9.3.2).
    const headers = get.headers.filter((header) => header !== 'Transfer-Encoding: chunked');
    expect(head).toEqual({ ...get, headers, body: '' });
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('does not know %s', async (other) => {
    expect((await heardBy('stranger', { ...sent(), method: other })).status).toBe(404);
  });
});
