import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type CustomTypesConfig, Pool, types as parsers } from 'pg';
import { type Cluster, type Connection, withClient } from '../../../libs/embedded-postgres/index.js';

/** Makes an empty database; answers its owner's connection. */
export async function makeDatabase(cluster: Cluster, database: string): Promise<Connection> {
  await withClient(cluster.superuser(), (client) => client.query(`create database ${client.escapeIdentifier(database)}`));
  return cluster.superuser(database);
}

const INT8 = 20;
// As the driver ships: emmett changes its parsers for the whole process.
const types: CustomTypesConfig = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === INT8 ? String : parsers.getTypeParser(oid, format ?? 'text')) };

/** At most so many connections. A session that ends while nobody uses it is told by the next query. */
export const poolOf = (connection: Connection, max: number): Pool => new Pool({ ...connection, max, types }).on('error', () => undefined);

/** As drivers take it that know nothing but text: through the same socket. */
export const urlOf = ({ host, port, user, password, database }: Connection): string => `postgresql://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?${new URLSearchParams({ host }).toString()}`;

/** Where an installed package is: not every package shows its `package.json` to a resolver. */
export function folderOf(name: string): string {
  const found = createRequire(import.meta.url).resolve.paths(name)?.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'package.json')));
  if (found === undefined) throw new Error(`${name} is not installed: npm ci with development packages`);
  return found;
}

/** The version of an installed package. */
export const versionOf = (name: string): string => (JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as { version: string }).version;
