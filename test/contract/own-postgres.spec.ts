import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDatabase } from '../../libs/configuration/database.js';
import { Variables } from '../../libs/configuration/variables.js';
import { type Connection, type Connections, migrate, withClient } from '../../libs/embedded-postgres/index.js';
import { inspect, ownConnections } from '../../libs/own-postgres/index.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { openPostgres } from './event-store/postgres.js';
import { eventStoreContract } from './event-store.contract.js';

let server: OwnServer;
let own: Connections;
const passwords = newPasswords();
/** A server that logs whatever it is asked, for each reason that there is to. */
const CHATTY = { log_statement: 'all', log_min_error_statement: 'log', log_min_duration_statement: '0', log_min_duration_sample: '0', log_transaction_sample_rate: '1' };
const PARTS = ['owner', 'api', 'projector', 'keysOwner', 'keys'] as const;

beforeAll(async () => {
  server = await OwnServer.start();
  // An administrator as hosters give one: who may make roles and databases, and is no superuser.
  await withClient(server.superuser(), async (client) => {
    await client.query(`CREATE ROLE administrator LOGIN CREATEROLE CREATEDB PASSWORD 'a'`);
    for (const [name, value] of Object.entries(CHATTY)) await client.query(`ALTER ROLE postgres SET ${name} = '${value}'`);
  });
  await runRolesSql(server.as('administrator', 'a', 'postgres'), newPasswords());
  await runRolesSql(server.superuser(), passwords);
  const variables = new Variables({ DATABASE_URL: server.url, ...passwords });
  const configured = readDatabase(variables);
  if (configured === undefined || variables.problems.length > 0) throw new Error(JSON.stringify(variables.problems));
  own = ownConnections(configured, PARTS);
  await migrate(own);
}, 60_000);
afterAll(() => server?.stop());

const rows = (at: Connection, text: string): Promise<readonly unknown[]> => withClient(at, async (client) => (await client.query<Record<string, unknown>>(text)).rows);

/** What a role has that is not said by a table: attributes, memberships, settings. */
const ROLES = `
  SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil, rolconfig,
    (SELECT count(*)::integer FROM pg_auth_members m WHERE r.oid IN (m.roleid, m.member)) AS memberships
  FROM pg_roles r WHERE rolname LIKE 'xinma%' ORDER BY rolname`;

/** Owner and rights of everything in a database that is not the server's own, and of the database. Rights of owners follow from owning. */
const RIGHTS = `
  SELECT kind, name, owner::regrole::text AS owner, coalesce(nullif(a.grantee, 0)::regrole::text, 'public') AS grantee, a.privilege_type, a.is_grantable
  FROM (
    SELECT 'database' AS kind, '' AS name, datdba AS owner, datacl AS acl FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT 'schema', nspname, nspowner, nspacl FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$|^public$'
    UNION ALL SELECT 'relation', oid::regclass::text, relowner, relacl FROM pg_class WHERE relnamespace::regnamespace::text !~ '^pg_|^information_schema$' AND relkind IN ('r', 'S', 'v')
    UNION ALL SELECT 'column', attrelid::regclass || '.' || attname, relowner, attacl FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE attacl IS NOT NULL AND relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
    UNION ALL SELECT 'function', oid::regprocedure::text, proowner, proacl FROM pg_proc WHERE pronamespace::regnamespace::text !~ '^pg_|^information_schema$'
  ) AS things LEFT JOIN LATERAL aclexplode(acl) a ON a.grantee <> owner ORDER BY 1, 2, 4, 5`;

describe('A PostgreSQL 15 of one’s own, after roles.sql and the migrations', () => {
  let embedded: FreshDatabase;
  beforeAll(async () => {
    embedded = await freshDatabase();
  });
  afterAll(() => embedded?.drop());

  it('has the very roles that the embedded one has', async () => {
    const roles = await rows(server.superuser(), ROLES);
    expect(roles).toHaveLength(4);
    expect(roles).toEqual(await rows(embedded.superuser, ROLES));
  });

  it.each(['owner', 'keysOwner'] as const)('has the very rights that the embedded one has: %s’s database', async (part) => {
    const superuser = server.superuser(own[part].database);
    const rights = await rows(superuser, RIGHTS);
    expect(rights.length).toBeGreaterThan(5);
    expect(rights).toEqual(await rows({ ...embedded.superuser, database: embedded[part].database }, RIGHTS));
  });

  it('compares the same text by the same order', async () => {
    const order = `SELECT datcollate = 'C' OR datcollate = 'C.UTF-8' AS by_code_point, pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()`;
    for (const at of [own.owner, own.keysOwner, embedded.owner]) expect(await rows(at, order)).toEqual([{ by_code_point: true, encoding: 'UTF8' }]);
  });

  it('has no password in its log, although that has statements of the same administrator', async () => {
    const [found] = await rows(server.superuser(), `SELECT current_setting('data_directory') AS data, 'seen' AS word`);
    const log = readFileSync(`${dirname(Reflect.get(Object(found), 'data'))}.log`, 'utf8');
    expect(log).toContain(`'seen' AS word`);
    expect(Object.values(passwords).filter((password) => log.includes(password.slice(-12)))).toEqual([]);
  });

  it('is as it should be', async () => {
    await expect(inspect(own)).resolves.toBeUndefined();
  });

  it.each([
    ['ALTER ROLE xinma_api SUPERUSER', 'ALTER ROLE xinma_api NOSUPERUSER'],
    ['ALTER ROLE xinma_keys BYPASSRLS', 'ALTER ROLE xinma_keys NOBYPASSRLS'],
    ['ALTER ROLE xinma_owner CREATEROLE', 'ALTER ROLE xinma_owner NOCREATEROLE'],
    ['GRANT xinma_owner TO xinma_projector', 'REVOKE xinma_owner FROM xinma_projector'],
    ['GRANT SELECT ON read_model.proxy_view TO xinma_api', 'REVOKE ALL ON read_model.proxy_view FROM PUBLIC, xinma_api'],
    ['GRANT INSERT ON history.snapshot TO xinma_api', 'REVOKE ALL ON history.snapshot FROM PUBLIC, xinma_api'],
    ['GRANT pg_read_server_files TO xinma_keys', 'REVOKE pg_read_server_files FROM xinma_keys'],
    ['GRANT administrator TO xinma_owner', 'REVOKE administrator FROM xinma_owner'],
    ['GRANT SELECT (subject) ON read_model.proxy_view TO xinma_api', 'REVOKE ALL ON read_model.proxy_view FROM PUBLIC, xinma_api'],
    ['GRANT DELETE ON ledger.event TO PUBLIC', 'REVOKE UPDATE, DELETE, TRUNCATE ON ledger.event FROM PUBLIC, xinma_api'],
    ['GRANT UPDATE (data) ON ledger.event TO xinma_api', 'REVOKE UPDATE, DELETE, TRUNCATE ON ledger.event FROM PUBLIC, xinma_api'],
    ['GRANT INSERT ON ledger.event TO xinma_projector', 'REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ledger.event FROM PUBLIC, xinma_projector'],
    ['GRANT CONNECT ON DATABASE xinma TO xinma_keys', 'run deploy/postgres/roles.sql again', 'REVOKE CONNECT ON DATABASE xinma FROM xinma_keys'],
    ['GRANT CONNECT ON DATABASE xinma_keys TO PUBLIC', 'run deploy/postgres/roles.sql again', 'REVOKE CONNECT ON DATABASE xinma_keys FROM PUBLIC'],
  ])('refuses rights that nobody needs, with the words that take them away: %s', async (spoil, said, mend = said) => {
    const given = await rows(server.superuser('xinma'), RIGHTS);
    await rows(server.superuser('xinma'), spoil);
    await expect(inspect(own)).rejects.toThrow(said);
    await rows(server.superuser('xinma'), mend);
    await expect(inspect(own)).resolves.toBeUndefined();
    expect(await rows(server.superuser('xinma'), RIGHTS)).toEqual(given);
  });

  it('refuses a password that is not the role’s, and never says it', async () => {
    const wrong = inspect({ api: { ...own.api, password: 'guessed' } });
    await expect(wrong).rejects.toThrow('DATABASE_URL (as xinma_api) must be as the role and password that roles.sql gave');
    await expect(wrong).rejects.not.toThrow('guessed');
    await expect(inspect({ api: { ...own.api, database: 'elsewhere' } })).rejects.toThrow('the server has no such database');
  });
});

eventStoreContract('The store on a PostgreSQL 15 of one’s own', async () => openPostgres(own.api));
