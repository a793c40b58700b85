import { beforeAll, expect, it } from '@jest/globals';
import { type CryptoKey, errors, generateKeyPair, SignJWT } from 'jose';
import { Names } from '../../../../../libs/application/names.js';
import { SystemClock } from '../../../../../libs/application/ports/index.js';
import { BlindIndex } from '../../../../../libs/vault/index.js';
import { TokenVerifier } from './token-verifier.js';

const OPTIONS = {
  issuer: 'https://id.example',
  audience: 'xinma',
  jwksUri: new URL('https://id.example/jwks'),
  userinfoUri: new URL('https://id.example/userinfo'),
  algorithms: ['ES256'],
  assurances: { al2: 'al2' },
  highest: 'al2',
} as const;

let pair: { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };
beforeAll(async () => {
  pair = await generateKeyPair('ES256');
});
const token = (): Promise<string> => new SignJWT({ iss: OPTIONS.issuer, aud: OPTIONS.audience, sub: 's' }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).setExpirationTime('5m').sign(pair.privateKey);
const names = new Names(new BlindIndex(Buffer.alloc(32, 1)));

it('A token that was found good is refused once its key was withdrawn', async () => {
  let published = 1;
  const find = async (): Promise<CryptoKey> => {
    if (published === 1) return pair.publicKey;
    throw new errors.JWKSNoMatchingKey();
  };
  const verifier = new TokenVerifier(OPTIONS, names, new SystemClock(), { version: () => published, find });
  const good = await token();
  expect([await verifier.verify(good), await verifier.verify(good)]).toEqual([expect.anything(), expect.anything()]);
  published = 2;
  expect(await verifier.verify(good)).toBeUndefined();
});

it('A token whose key was withdrawn while it was looked at is not remembered', async () => {
  let published = 1;
  const find = async (): Promise<CryptoKey> => {
    if (published === 2) throw new errors.JWKSNoMatchingKey();
    published = 2;
    return pair.publicKey;
  };
  const verifier = new TokenVerifier(OPTIONS, names, new SystemClock(), { version: () => published, find });
  const good = await token();
  await verifier.verify(good);
  expect(await verifier.verify(good)).toBeUndefined();
});
