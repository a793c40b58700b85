import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventStore } from '../../../libs/event-store/index.js';
import { Instance, speaker } from '../../kit/instance.js';
import { SecondIssuer } from '../../kit/second-issuer.js';
import { FORGERIES } from './forgeries.js';

let issuer: SecondIssuer;
let instance: Instance;
beforeAll(async () => {
  issuer = await SecondIssuer.start();
  instance = await Instance.start({ oidc: issuer.configuration() });
}, 60_000);
afterAll(async () => {
  await instance?.close();
  await issuer?.close();
});

const get = (token: string, path = '/v1/me') => speaker(instance.address, token).get(path);
/** What a good token of somebody who never enrolled is answered. */
const KNOWN = { status: 404, body: { code: 'not-enrolled' } };
const seconds = (): number => Math.floor(Date.now() / 1_000);
const head = (): Promise<bigint> => instance.server.app.get(EventStore).head();

describe('a token of an issuer that others wrote', () => {
  it('signs in, by either name of its type', async () => {
    expect(await get(await issuer.token())).toMatchObject(KNOWN);
    expect(await get(await issuer.token({}, { typ: 'JWT' }))).toMatchObject(KNOWN);
    expect(await get(await issuer.token({ aud: ['https://other.example', 'https://api.house.example'] }))).toMatchObject(KNOWN);
  });

  it.each(FORGERIES)('with %s is 401, like every other, and leaves no event', async (_what, make) => {
    const [before, refused, good] = [await head(), await get('nonsense'), await issuer.token()];
    const answer = await get(await make(issuer));
    expect([answer.status, answer.text, answer.headers.get('www-authenticate')]).toEqual([401, refused.text, 'Bearer error="invalid_token"']);
    expect(answer.body).toMatchObject({ code: 'token-invalid' });
    expect(await get(good)).toMatchObject(KNOWN);
    expect(await head()).toBe(before);
  });

  it('with any character changed signs nobody in', async () => {
    const token = await issuer.token();
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const changed = fc
      .record({ at: fc.nat(token.length - 1), to: fc.constantFrom(...alphabet.split('')), how: fc.constantFrom('replace', 'insert', 'remove') })
      .map(({ at, to, how }) => `${token.slice(0, at)}${how === 'remove' ? '' : to}${token.slice(how === 'insert' ? at : at + 1)}`)
      .filter((text) => text !== token);
    await fc.assert(
      fc.asyncProperty(changed, async (text) => {
        expect(await get(text)).toMatchObject({ status: 401, body: { code: 'token-invalid' } });
      }),
      { numRuns: 200 },
    );
    expect(await get(token)).toMatchObject(KNOWN);
  });

  it.each([
    ['ended 3 seconds ago', { exp: -3 }, 404],
    ['ended 8 seconds ago', { exp: -8 }, 401],
    ['begins in 3 seconds', { nbf: 3 }, 404],
    ['begins in 10 seconds', { nbf: 10 }, 401],
    ['was made 3 seconds from now', { iat: 3 }, 404],
    ['was made 10 seconds from now', { iat: 10 }, 401],
  ])('that %s is judged with 5 seconds between two clocks', async (_what, times, status) => {
    const claims = Object.fromEntries(Object.entries(times).map(([name, from]) => [name, seconds() + from]));
    expect(await get(await issuer.token(claims))).toMatchObject({ status });
  });
});

describe('the assurance of another issuer', () => {
  it.each([
    ['stripped', undefined, 403],
    ['empty', '', 403],
    ['of another vocabulary', 'urn:mace:incommon:iap:silver', 403],
    ['one of ours that is not mapped', 'al2', 403],
    ['a list', ['two'], 403],
    ['a number', 2, 403],
    ['one factor', 'one', 403],
    ['two factors', 'two', 404],
    ['above what it is believed', 'three', 404],
  ])('%s reaches what it is worth here', async (_what, acr, status) => {
    const asked = await speaker(instance.address, await issuer.token({ acr })).post('/v1/consent-requests', {});
    expect(asked.status).toBe(status);
    expect(asked.body['code']).toBe(status === 403 ? 'step-up' : 'not-enrolled');
  });

  it('above the highest is the highest, not more', async () => {
    const asked = await speaker(instance.address, await issuer.token({ acr: 'three' })).post('/v1/registry/appointments', {});
    expect(asked).toMatchObject({ status: 403, body: { code: 'step-up', level: 'al3' } });
  });
});
