import { Client } from 'pg';
import type { Connection, DatabaseNames } from './connections.js';
import { ROLES, type Secrets } from './secrets.js';

/** Runs `work` on a connection of its own. */
export async function withClient<T>(at: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(at);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the roles that are missing: log in with a password, nothing else. What each may do is granted by the migrations. */
export const makeRoles = (superuser: Connection, secrets: Secrets): Promise<void> =>
  withClient(superuser, async (client) => {
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
    const there = new Set(rows.map((row) => row.rolname));
    for (const role of ROLES.filter((name) => !there.has(name))) {
      await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(secrets[role])}`);
    }
  });

/** Makes the databases that are missing, each open to its own roles only: who serves the log can't connect to the keys' database by its own role. */
export const makeDatabases = (superuser: Connection, names: DatabaseNames): Promise<void> =>
  withClient(superuser, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const there = new Set(rows.map((row) => row.datname));
    const users = { [names.log]: 'xinma_api, xinma_projector', [names.keys]: 'xinma_keys' };
    for (const [name, roles] of Object.entries(users)) {
      const database = client.escapeIdentifier(name);
      if (!there.has(name)) await client.query(`CREATE DATABASE ${database} OWNER xinma_owner`);
      await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
      await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles}`);
    }
  });

/** Removes both databases, whoever is connected. */
export const dropDatabases = (superuser: Connection, names: DatabaseNames): Promise<void> =>
  withClient(superuser, async (client) => {
    for (const name of [names.log, names.keys]) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
