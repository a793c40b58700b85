import { Client, DatabaseError } from 'pg';
import type { Connection, DatabaseNames } from './connections.js';
import { type Role, ROLES, type Secrets } from './secrets.js';
import type { Session } from './sessions.js';

/** Runs `work` on a connection of its own. Rejects where there is none to be had, or where it is lost, and says so: an operator reads it. */
export async function withClient<T>(at: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(at);
  let lost: Error | undefined;
  // A lost connection fails the statement at hand, or the next; without a listener it would end the process.
  client.on('error', (error) => (lost = error));
  await client.connect().catch((error: unknown) => {
    throw error instanceof DatabaseError ? error : new Error(`the database can’t be reached${codeOf(error)}`, { cause: error });
  });
  try {
    return await work(client);
  } catch (error) {
    throw lost === undefined || error instanceof DatabaseError ? error : new Error('the connection to the database was lost', { cause: lost });
  } finally {
    await client.end();
  }
}

/** What the system calls it: what it says in full names the place. */
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '');

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
  await client.query(ONE_ROUND);
  for (const role of await missingRoles(client)) {
    await client.query(`CREATE ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(secrets[role])}`);
  }
  await client.query(UNLOCK);
}

/** What makes guessing dear makes every session dear, and nobody guesses 24 random bytes. Servers before 16 always take 4,096 rounds. */
const ONE_ROUND = "SELECT set_config('scram_iterations', '1', false) WHERE current_setting('server_version_num')::integer >= 160000";
const LOCK = 'SELECT pg_advisory_lock(1481330689, 4)';
const UNLOCK = 'SELECT pg_advisory_unlock(1481330689, 4)';

async function missingRoles(client: Session): Promise<readonly Role[]> {
  const { rows } = await client.query('SELECT rolname FROM pg_roles');
  return ROLES.filter((role) => !(rows as readonly { rolname: string }[]).some(({ rolname }) => rolname === role));
}

/** Each is open to its own roles only: who serves the log can't connect to the keys' database by its own role. */
async function makeDatabases(client: Client, names: DatabaseNames): Promise<void> {
  for (const { name, roles, there } of await ajar(client, names)) {
    const database = client.escapeIdentifier(name);
    if (!there) await client.query(`CREATE DATABASE ${database} OWNER xinma_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles.join(', ')}`);
  }
}

interface Ajar {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly there: boolean;
}

/** Databases that are missing, or open to others than their roles. */
async function ajar(client: Session, names: DatabaseNames): Promise<readonly Ajar[]> {
  const doors = (await client.query(DOORS)).rows as readonly Door[];
  const users: readonly (readonly [string, readonly Role[]])[] = [[names.log, ['xinma_owner', 'xinma_api', 'xinma_projector']], [names.keys, ['xinma_owner', 'xinma_keys']]];
  return users.flatMap(([name, roles]) => {
    const found = doors.find(({ datname }) => datname === name);
    return found !== undefined && isShut(found) && roles.every((role) => isOpenTo(role, found)) ? [] : [{ name, roles, there: found !== undefined }];
  });
}

/** Whether there is nothing to make: any role may look. A role that is missing is one that no database is open to. */
export const hasRolesAndDatabases = async (as: Session, names: DatabaseNames): Promise<boolean> => (await ajar(as, names)).length === 0;

/** A database, and who may do what with it: `grantee=privileges/grantor` each, without a grantee where it is everybody; none where nobody said. */
interface Door {
  readonly datname: string;
  readonly acl: readonly string[] | null;
}

/** As it stands in the catalogue: to ask the server what each role may do, it loads much that a start needs for nothing else. */
const DOORS = 'SELECT datname, datacl::text[] AS acl FROM pg_database';

const isShut = ({ acl }: Door): boolean => acl !== null && !acl.some((item) => item.startsWith('='));

/** Whether it was opened to this very role: `c` is to connect, `C` to create. */
const isOpenTo = (role: Role, { acl }: Door): boolean => acl?.some((item) => item.startsWith(`${role}=`) && item.slice(role.length + 1, item.indexOf('/')).includes('c')) === true;

/** Removes both databases, whoever is connected. */
export const dropDatabases = (superuser: Connection, names: DatabaseNames): Promise<void> =>
  withClient(superuser, async (client) => {
    for (const name of [names.log, names.keys]) await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
