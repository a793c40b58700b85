import { Client } from 'pg';
import type { Connection, DatabaseNames } from './connections.js';
import { type Role, ROLES, type Secrets } from './secrets.js';

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

/** Makes the roles and the databases that are missing, in one visit: most find everything as it should be. */
export const makeRolesAndDatabases = (superuser: Connection, secrets: Secrets, names: DatabaseNames): Promise<void> =>
  withClient(superuser, async (client) => {
    await makeRoles(client, secrets);
    await makeDatabases(client, names);
  });

/** Each logs in with a password, nothing else. What it may do is granted by the migrations. Under a lock where one is missing: others may be making it. */
async function makeRoles(client: Client, secrets: Secrets): Promise<void> {
  if ((await missingRoles(client)).length === 0) return;
  await client.query(LOCK);
  for (const role of await missingRoles(client)) {
    await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(secrets[role])}`);
  }
  await client.query(UNLOCK);
}

const LOCK = 'SELECT pg_advisory_lock(1481330689, 4)';
const UNLOCK = 'SELECT pg_advisory_unlock(1481330689, 4)';

async function missingRoles(client: Client): Promise<readonly Role[]> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
  return ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
}

/** Each is open to its own roles only: who serves the log can't connect to the keys' database by its own role. */
async function makeDatabases(client: Client, names: DatabaseNames): Promise<void> {
  const { rows } = await client.query<{ datname: string; shut: boolean; open: readonly string[] }>(DOORS, [ROLES]);
  const users = { [names.log]: ['xinma_api', 'xinma_projector'], [names.keys]: ['xinma_keys'] };
  for (const [name, roles] of Object.entries(users)) {
    const found = rows.find(({ datname }) => datname === name);
    if (found?.shut === true && roles.every((role) => found.open.includes(role))) continue;
    const database = client.escapeIdentifier(name);
    if (found === undefined) await client.query(`CREATE DATABASE ${database} OWNER xinma_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles.join(', ')}`);
  }
}

/** Each database: whether it is shut to everybody, and to which roles it is open. */
const DOORS = `SELECT datname, NOT EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE grantee = 0) AS shut,
  ARRAY(SELECT role::text FROM unnest($1::text[]) AS role WHERE has_database_privilege(role, oid, 'CONNECT')) AS open FROM pg_database`;

/** Removes both databases, whoever is connected. */
export const dropDatabases = (superuser: Connection, names: DatabaseNames): Promise<void> =>
  withClient(superuser, async (client) => {
    for (const name of [names.log, names.keys]) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
