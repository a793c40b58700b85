import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { syncFolder } from '../durable/index.js';
import { ClusterUnusable } from './unusable.js';

/** Roles of the cluster: the superuser, who owns and migrates, who serves, who feeds read models, who keeps keys. */
export const ROLES = ['postgres', 'xinma_owner', 'xinma_api', 'xinma_projector', 'xinma_keys'] as const;
export type Role = (typeof ROLES)[number];

/** A random password for each role. */
export type Secrets = Readonly<Record<Role, string>>;

const isSecrets = (found: unknown): found is Secrets =>
  typeof found === 'object' && found !== null && ROLES.every((role) => typeof Object.entries(found).find(([name]) => name === role)?.[1] === 'string');

/** Where the passwords of a cluster asked for in `folder` are. */
export const secretsFile = (folder: string): string => `${resolve(folder)}.secrets.json`;

/** Reads the passwords; undefined where there are none yet. Throws where the file is not what was written. */
export function readSecrets(file: string): Secrets | undefined {
  if (!existsSync(file)) return undefined;
  const found = parsed(file);
  if (!isSecrets(found)) throw new ClusterUnusable(`${file} does not hold the passwords of the embedded PostgreSQL`, 'put back your copy of it');
  return found;
}

/** What the file says; undefined where that is no JSON: the parser's own words would quote it. */
function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw new ClusterUnusable(`${file} can not be read`, 'give it to the user that runs the server (chown)');
  }
}

/** Makes passwords and keeps them in a file that only its owner can read; they are on the disk before there is data that they open. */
export function makeSecrets(file: string): Secrets {
  const secret = (): string => randomBytes(24).toString('base64url');
  const made: Secrets = { postgres: secret(), xinma_owner: secret(), xinma_api: secret(), xinma_projector: secret(), xinma_keys: secret() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
  return made;
}
