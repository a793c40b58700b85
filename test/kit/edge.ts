import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { pino } from 'pino';
import { createApp } from '../../apps/api/src/app.js';
import { SignInPlace } from '../../apps/api/src/edge/web/sign-in-place.js';
import type { Patience } from '../../apps/api/src/edge/http-server.js';
import type { OidcOptions } from '../../apps/api/src/edge/oidc/oidc-options.js';
import { TokenVerifier } from '../../apps/api/src/edge/oidc/token-verifier.js';
import type { Rooms } from '../../apps/api/src/rooms.js';
import { Names } from '../../libs/application/names.js';
import { IdentitySource, NoDigests, ReadModels } from '../../libs/application/ports/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import { BlindIndex, MemoryVault } from '../../libs/vault/index.js';
import { SteerableClock } from './steerable-clock.js';

/** What tokens are checked against, in tests of the edge alone. */
export const OIDC: OidcOptions = {
  issuer: 'https://issuer.example',
  audience: 'https://api.example',
  jwksUri: new URL('https://issuer.example/jwks'),
  userinfoUri: new URL('https://issuer.example/me'),
  algorithms: ['ES256'],
  assurances: { al1: 'al1', al2: 'al2', al3: 'al3' },
  highest: 'al2',
};

/** An API with any rooms, on memory: for what the edge does before and after a use case. */
export async function startEdge(rooms: Rooms, patience?: Patience) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] });
  const clock = new SteerableClock();
  const index = new BlindIndex(randomBytes(32));
  const names = new Names(index);
  const store = new MemoryEventStore();
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const readModels: ReadModels = Object.assign(Object.create(ReadModels.prototype) as ReadModels, { position: async () => 0n });
  const identitySource: IdentitySource = { verified: async () => undefined };
  const vault = new MemoryVault();
  const adapters = { clock, index, store, vault, readModels, digests: new NoDigests(), identitySource, verifier: new TokenVerifier(OIDC, names, clock, { version: () => 1, find: keys }), signIn: new SignInPlace(OIDC) };
  const app = await createApp(adapters, log, rooms, patience);
  await app.listen(0, '127.0.0.1');
  const seconds = () => Math.floor(clock.now() / 1_000);
  const claims = (): JWTPayload => ({ iss: OIDC.issuer, aud: OIDC.audience, sub: 'somebody', acr: 'al2', iat: seconds(), exp: seconds() + 900 });
  return {
    app,
    address: await app.getUrl(),
    adapters,
    names,
    /** Lines of the log so far. */
    lines,
    claims,
    /** A token of the trusted key, with claims replaced (undefined: left out). */
    token: (changes: Readonly<Record<string, unknown>> = {}, typ = 'at+jwt') => new SignJWT({ ...claims(), ...changes }).setProtectedHeader({ alg: 'ES256', kid: 'k', typ }).sign(privateKey),
    close: () => app.close(),
  };
}
