import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Pool } from 'pg';
import { type Cluster, type Connection, withClient } from '../../../libs/embedded-postgres/index.js';

/** Makes an empty database; answers its owner's connection. */
export async function makeDatabase(cluster: Cluster, database: string): Promise<Connection> {
  await withClient(cluster.superuser(), (client) => client.query(`create database ${client.escapeIdentifier(database)}`));
  return cluster.superuser(database);
}

/** At most so many connections. A session that ends while nobody uses it is told by the next query. */
export const poolOf = (connection: Connection, max: number): Pool => new Pool({ ...connection, max }).on('error', () => undefined);

/** As drivers take it that know nothing but text: through the same socket. */
export function urlOf({ host, port, user, password, database }: Connection, more: Readonly<Record<string, string>> = {}): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?${new URLSearchParams({ host, ...more }).toString()}`;
}

/** The version of an installed package, read beside its entry: not every package shows its `package.json`. */
export function versionOf(name: string): string {
  const found = createRequire(import.meta.url).resolve.paths(name)?.map((folder) => `${folder}/${name}/package.json`) ?? [];
  for (const file of found) {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
    } catch {
      // The next folder up.
    }
  }
  throw new Error(`${name} is not installed: npm ci with development packages`);
}
