import { generateKeyPairSync } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { Instance, speaker } from '../../kit/instance.js';
import { SecondIssuer } from '../../kit/second-issuer.js';
import { claimsOf, rawSigned } from './forgeries.js';

const KNOWN = { status: 404, body: { code: 'not-enrolled' } };
const INVALID = { status: 401, body: { code: 'token-invalid' } };
const BUSY = { status: 503 };
const dead: RequestListener = (request) => request.socket.destroy();

/** An instance of its own for each: keys are remembered for longer than a test lasts. */
async function at<T>(algorithm: string | undefined, work: (issuer: SecondIssuer, get: (token: string) => ReturnType<ReturnType<typeof speaker>['get']>) => Promise<T>): Promise<T> {
  const issuer = await SecondIssuer.start(algorithm);
  const beside = await Instance.start({ beside: ground, oidc: issuer.configuration() });
  try {
    return await work(issuer, (token) => speaker(beside.address, token).get('/v1/me'));
  } finally {
    await beside.close();
    await issuer.close();
  }
}

let ground: Instance;
beforeAll(async () => {
  ground = await Instance.start();
}, 60_000);
afterAll(() => ground?.close());

describe('the keys of an issuer that others wrote', () => {
  it.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('sign by %s', (algorithm) =>
    at(algorithm, async (issuer, get) => {
      expect(await get(await issuer.token())).toMatchObject(KNOWN);
    }),
  );

  it.each(['ES384', 'RS512', 'PS384'])('do not sign by %s: it is none of those that are taken', (algorithm) =>
    at(algorithm, async (issuer, get) => {
      expect(await get(await issuer.token())).toMatchObject(INVALID);
    }),
  );

  it('may be several: a token names its own', () =>
    at('RS256', async (issuer, get) => {
      await issuer.publish('second', 'RS256');
      expect(await get(await issuer.token({}, {}, 'first'))).toMatchObject(KNOWN);
      expect(await get(await issuer.token({}, {}, 'second'))).toMatchObject(KNOWN);
      expect(await get(await issuer.token({}, { kid: 'second' }, 'first'))).toMatchObject(INVALID);
      expect(await get(await issuer.token({}, { kid: undefined }, 'first'))).toMatchObject(INVALID);
    }));

  it('are not asked for at each unknown name', () =>
    at(undefined, async (issuer, get) => {
      expect(await get(await issuer.token())).toMatchObject(KNOWN);
      const tokens = await Promise.all(Array.from({ length: 40 }, (_, n) => issuer.signed(claimsOf(issuer), { kid: `unknown-${n}` })));
      for (const { status } of await Promise.all(tokens.map(get))) expect(status).toBe(401);
      expect(issuer.asked('/jwks')).toBe(1);
    }));

  it('that were fetched go on while the issuer is dead', () =>
    at(undefined, async (issuer, get) => {
      expect(await get(await issuer.token({ sub: 'before' }))).toMatchObject(KNOWN);
      issuer.behave('/jwks', dead);
      expect(await get(await issuer.token({ sub: 'after' }))).toMatchObject(KNOWN);
      expect(await get(await issuer.token({ sub: 'after' }, { kid: 'third' }))).toMatchObject(INVALID);
    }));

  it.each<readonly [string, RequestListener]>([
    ['dead', dead],
    ['at a loss', (_request, response) => response.writeHead(500).end('{}')],
    ['elsewhere', (_request, response) => response.writeHead(307, { location: '/userinfo' }).end()],
    ['talking nonsense', (_request, response) => response.end('{"keys":')],
  ])('that were never fetched let nobody in where the issuer is %s, and come by themselves', (_what, behaviour) =>
    at(undefined, async (issuer, get) => {
      issuer.behave('/jwks', behaviour);
      const token = await issuer.token();
      expect(await get(token)).toMatchObject(BUSY);
      // What could be no token of anybody's needs no keys to be refused.
      expect(await get('nonsense')).toMatchObject(INVALID);
      issuer.behave('/jwks', undefined);
      let answer = await get(token);
      for (const until = Date.now() + 10_000; answer.status === 503 && Date.now() < until; ) answer = await get(token);
      expect(answer).toMatchObject(KNOWN);
    }),
  );

  it('that are too short to be trusted let nobody in', () =>
    at(undefined, async (issuer, get) => {
      const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ format: 'jwk' }) as JWK;
      const { n, e } = weak;
      issuer.behave('/jwks', (_request, response) => response.end(JSON.stringify({ keys: [...issuer.published(), { kty: 'RSA', n, e, kid: 'weak', alg: 'RS256' }] })));
      expect(await get(rawSigned(weak, { alg: 'RS256', kid: 'weak', typ: 'at+jwt' }, claimsOf(issuer)))).toMatchObject(INVALID);
      expect(await get(await issuer.token())).toMatchObject(KNOWN);
    }));
});
