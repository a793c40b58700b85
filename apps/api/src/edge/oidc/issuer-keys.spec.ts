import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { IssuerKeys, IssuerUnavailable, KEYS } from './issuer-keys.js';

const json =
  (body: unknown): RequestListener =>
  (_request, response) =>
    response.end(JSON.stringify(body));
const dead: RequestListener = (request) => request.socket.destroy();

let server: Server;
let uri: URL;
let answer: RequestListener;
let asked: number;
let made: Readonly<Record<'a' | 'b', { readonly jwk: JWK; readonly token: string }>>;

beforeAll(async () => {
  const make = async (kid: string) => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    return { jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' }, token: await new SignJWT({}).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey) };
  };
  made = { a: await make('a'), b: await make('b') };
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  uri = new URL(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/jwks`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("an issuer's keys", () => {
  let now: number;
  let keys: IssuerKeys;
  beforeEach(() => {
    [now, asked, answer] = [0, 0, json({ keys: [made.a.jwk] })];
    keys = new IssuerKeys(uri, () => now);
  });
  const passes = (which: 'a' | 'b'): Promise<boolean | 'unavailable'> =>
    jwtVerify(made[which].token, keys.find).then(
      () => true,
      (error: unknown) => (error instanceof IssuerUnavailable ? 'unavailable' : false),
    );
  /** What was begun beside the work is over. */
  const settled = async () => {
    const nobodys = new UnsecuredJWT({}).encode().replace(/^[^.]+/, Buffer.from('{"alg":"ES256","kid":"nobody"}').toString('base64url'));
    await jwtVerify(`${nobodys}AA`, keys.find).catch(() => undefined);
  };

  it('are fetched once, however many tokens come at once', async () => {
    expect(keys.version()).toBeUndefined();
    expect(await Promise.all(Array.from({ length: 50 }, () => passes('a')))).toEqual(Array.from({ length: 50 }, () => true));
    expect([asked, keys.version()]).toEqual([1, 1]);
  });

  it('are fetched again for a name that is not among them, though never more often than the cooldown', async () => {
    expect(await passes('a')).toBe(true);
    answer = json({ keys: [made.a.jwk, made.b.jwk] });
    for (let i = 0; i < 20; i += 1) expect(await passes('b')).toBe(false);
    expect(asked).toBe(1);
    now += KEYS.cooldown;
    expect([await passes('b'), await passes('a'), asked, keys.version()]).toEqual([true, true, 2, 2]);
  });

  it('that were withdrawn no longer count once they were asked for again', async () => {
    expect(await passes('a')).toBe(true);
    answer = json({ keys: [made.b.jwk] });
    now += KEYS.refreshAfter + 1;
    expect(keys.version()).toBe(1);
    await settled();
    expect([keys.version(), await passes('a'), await passes('b')]).toEqual([2, false, true]);
  });

  it('go on to their end where the issuer is dead, then nothing passes, and come back by themselves', async () => {
    expect(await passes('a')).toBe(true);
    answer = dead;
    now += KEYS.goodFor;
    expect([await passes('a'), await passes('b')]).toEqual([true, 'unavailable']);
    now += 1;
    expect([keys.version(), await passes('a')]).toEqual([undefined, 'unavailable']);
    answer = json({ keys: [made.a.jwk] });
    now += KEYS.retryAfter;
    expect(await passes('a')).toBe(true);
  });

  it('of a dead issuer are not asked for at every token', async () => {
    answer = dead;
    for (let i = 0; i < 20; i += 1) expect(await passes('a')).toBe('unavailable');
    expect(asked).toBe(1);
  });

  it.each<readonly [string, RequestListener]>([
    ['an error', (_request, response) => response.writeHead(500).end('{"keys":[]}')],
    ['garbage', (_request, response) => response.end('<html>')],
    ['no key set', json({ keys: 'none' })],
    ['a list', json([])],
    ['nothing', (_request, response) => response.end()],
    ['half of it', (_request, response) => void response.writeHead(200, { 'content-length': 100 }).write('{"keys"', () => response.destroy())],
    ['a flood', (_request, response) => response.end(JSON.stringify({ keys: [], more: 'x'.repeat(400_000) }))],
    ['the way to another place', (_request, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
  ])('stay as they were when the issuer answers %s', async (_what, broken) => {
    expect(await passes('a')).toBe(true);
    answer = broken;
    now += KEYS.refreshAfter + 1;
    expect(keys.version()).toBe(1);
    await settled();
    expect([await passes('a'), keys.version(), asked]).toEqual([true, 1, 2]);
  });

  it('that never come do not hold a request for long', async () => {
    answer = () => undefined;
    expect(await passes('a')).toBe('unavailable');
  });

  it.each<readonly [string, object]>([
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0', kid: 'a', alg: 'HS256' }],
    ['none at all', { kid: 'a', alg: 'none' }],
    ['half a key', { kty: 'EC', crv: 'P-256', x: 'AA', kid: 'a', alg: 'ES256' }],
    ['a key for encryption', { use: 'enc' }],
    ['a key of another curve', { crv: 'P-384' }],
  ])('that are %s let nothing pass', async (_what, change) => {
    answer = json({ keys: ['use', 'crv'].some((name) => name in change) && !('kty' in change) ? [{ ...made.a.jwk, ...change }] : [change] });
    expect(await passes('a')).toBe(false);
  });
});
