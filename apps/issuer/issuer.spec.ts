import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../libs/application/ports/index.js';
import { Names } from '../../libs/application/names.js';
import { admitIdentity } from '../../libs/domain/citizen/index.js';
import { BlindIndex } from '../../libs/vault/index.js';
import { TokenVerifier } from '../api/src/edge/oidc/token-verifier.js';
import { UserinfoIdentitySource } from '../api/src/edge/oidc/userinfo-identity-source.js';
import { castOf } from './cast.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, endpointsOf, tokenAs } from './development.js';
import { type DevelopmentIssuer, startIssuer } from './issuer.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-issuer-'));
let issuer: DevelopmentIssuer;
beforeAll(async () => {
  issuer = await startIssuer({ folder, today: '2026-11-23' });
});
afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

const names = new Names(new BlindIndex(Buffer.alloc(32, 1)));
const verifier = () =>
  new TokenVerifier(
    {
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      ...endpointsOf(issuer.address),
      algorithms: ['ES256'],
      assurances: { al1: 'al1', al2: 'al2', al3: 'al3' },
      highest: 'al3',
    },
    names,
    new SystemClock(),
  );

describe('the development issuer', () => {
  it('signs the cast in, with the assurance asked for', async () => {
    const account = names.account(DEVELOPMENT_ISSUER, 'wang-fang');
    expect(await verifier().verify(await tokenAs(issuer.address, 'wang-fang'))).toMatchObject({ account, assurance: 'al2' });
    expect(await verifier().verify(await tokenAs(issuer.address, 'wang-fang', 'al1'))).toMatchObject({ account, assurance: 'al1' });
  });

  it('signs nobody else in', async () => {
    await expect(tokenAs(issuer.address, 'nobody')).rejects.toThrow('nobody');
  });

  it('vouches for what the cast says, and for nothing where it says nothing', async () => {
    const source = new UserinfoIdentitySource(endpointsOf(issuer.address).userinfoUri);
    for (const { name, identity } of issuer.cast) expect(await source.verified(await tokenAs(issuer.address, name))).toEqual(identity ?? undefined);
    expect(await source.verified('nonsense')).toBeUndefined();
  });

  it('is the same after a restart, on whatever port', async () => {
    const token = await tokenAs(issuer.address, 'li-na');
    await issuer.close();
    issuer = await startIssuer({ folder, today: '2036-01-01' });
    expect(await verifier().verify(token)).toBeDefined();
    expect(issuer.cast).toEqual(castOf('2026-11-23'));
  });
});

describe('the cast', () => {
  const verified = castOf('2024-02-29').flatMap(({ name, identity }) => (identity === null ? [] : [{ name, identity }]));

  it.each(verified)('$name could enrol', ({ identity }) => {
    expect(identity).toMatchObject(admitIdentity(identity, '2024-02-29'));
  });

  it('has the ages that the table says, on any day', () => {
    const age = (today: string, name: string) => {
      const born = castOf(today).find((member) => member.name === name)?.identity?.birthDate ?? '';
      return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
    };
    for (const today of ['2026-01-01', '2026-11-23', '2028-02-29']) {
      expect(['chen-xiaoyu', 'chen-xiaoyang', 'zhao-lei', 'guo-min', 'sun-yue'].map((name) => age(today, name))).toEqual([6, 13, 15, 17, 18]);
    }
  });
});
