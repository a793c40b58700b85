import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { CalendarDate } from '../../libs/domain/person.js';
import { type CastMember, castOf } from './cast.js';

/** What the development issuer keeps between starts, so that accounts and tokens stay what they were. */
export interface Kept {
  readonly key: JWK;
  readonly cast: readonly CastMember[];
}

/** Reads the folder, or fills it on the first start. */
export async function keep(folder: string, today: CalendarDate): Promise<Kept> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = await kept(join(folder, 'signing-key.json'), async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    return { ...(await exportJWK(privateKey)), kid: 'development', alg: 'ES256', use: 'sig' } satisfies JWK;
  });
  const cast = await kept(join(folder, 'cast.json'), () => castOf(today));
  return { key, cast };
}

async function kept<T>(file: string, make: () => T | Promise<T>): Promise<T> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  const made = await make();
  writeFileSync(file, `${JSON.stringify(made, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}
