import { Client } from 'pg';
import { ConfigurationError, type ConfigurationProblem } from '../configuration/index.js';
import type { Connection } from '../embedded-postgres/connections.js';
import type { Part } from './connections.js';

const OLDEST = 150_000;

/** What a role may do that none of ours needs, and the words that take it away. */
const TOO_MUCH = { rolsuper: 'NOSUPERUSER', rolbypassrls: 'NOBYPASSRLS', rolcreaterole: 'NOCREATEROLE', rolcreatedb: 'NOCREATEDB', rolreplication: 'NOREPLICATION' } as const;

interface Facts extends Readonly<Record<keyof typeof TOO_MUCH, boolean>> {
  readonly version: number;
  readonly memberships: readonly string[];
  readonly reaches: boolean;
  readonly reads: readonly string[];
  readonly rewrites: readonly string[];
}

const FACTS = `
  SELECT current_setting('server_version_num')::integer AS version, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
    ARRAY(SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = r.oid ORDER BY 1) AS memberships,
    EXISTS (SELECT FROM pg_database d WHERE d.datname = $1 AND d.datname <> current_database() AND has_database_privilege(r.oid, d.oid, 'CONNECT')) AS reaches,
    ARRAY(
      SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN (to_regnamespace('read_model'), to_regnamespace('history'))
        AND (has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE') OR has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE'))
    ) AS reads,
    ARRAY(
      SELECT w.rights || ' ON ' || w.name FROM (VALUES
        ('ledger.event', CASE r.rolname WHEN 'xinma_projector' THEN 'INSERT, ' ELSE '' END || 'UPDATE, DELETE, TRUNCATE', 'UPDATE'),
        ('vault.master_key', 'UPDATE, DELETE, TRUNCATE', 'UPDATE'),
        ('vault.subject_key', 'DELETE, TRUNCATE', NULL)
      ) AS w (name, rights, of_columns)
      WHERE has_table_privilege(r.oid, to_regclass(w.name), w.rights) OR has_any_column_privilege(r.oid, to_regclass(w.name), w.of_columns)
    ) AS rewrites
  FROM pg_roles r WHERE r.rolname = current_user`;

/** Looks at the user's server through these connections. Rejects with `ConfigurationError`: what is wrong with it and how to mend it, never an address or a password. */
export async function inspect(connections: Readonly<Partial<Record<Part, Connection>>>): Promise<void> {
  const databases = Object.values(connections).map(({ database }) => database);
  const problems = new Map<string, ConfigurationProblem>();
  for (const [part, at] of Object.entries(connections)) {
    const other = databases.find((name) => name !== at.database) ?? '';
    for (const problem of await problemsOf(part, at, other)) problems.set(`${problem.variable} ${problem.expected}`, problem);
  }
  if (problems.size > 0) throw new ConfigurationError([...problems.values()]);
}

async function problemsOf(part: string, at: Connection, other: string): Promise<readonly ConfigurationProblem[]> {
  const client = new Client({ ...at, application_name: 'xinma inspect', connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Facts>(FACTS, [other]);
    return rows.flatMap((facts) => judge(part, at, facts));
  } catch (error) {
    return [unreached(part, at, error)];
  } finally {
    await client.end().catch(() => undefined);
  }
}

function judge(part: string, { user, database }: Connection, facts: Facts): readonly ConfigurationProblem[] {
  if (facts.version < OLDEST) return [{ variable: 'the server of DATABASE_URL', expected: 'PostgreSQL 15 or newer' }];
  const attributes = Object.entries(TOO_MUCH).filter(([attribute]) => Reflect.get(facts, attribute) === true);
  const wrong = attributes.map(([, without]) => `without more rights than it needs: ALTER ROLE ${user} ${without}`);
  // Whatever the other one may, also later: be the owner, a superuser, run programs on the server.
  wrong.push(...facts.memberships.map((role) => `no member of ${role}: REVOKE ${role} FROM ${user}`));
  // A superuser may do all of the rest: it goes with the word above.
  if (!part.toLowerCase().includes('owner') && !facts.rolsuper) wrong.push(...reachOf(part, user, database, facts));
  return wrong.map((expected) => ({ variable: `the role ${user} (PostgreSQL)`, expected }));
}

/** What a role reaches that is not its own. */
function reachOf(part: string, user: string, database: string, { reaches, reads, rewrites }: Facts): readonly string[] {
  return [
    ...(reaches ? [`kept to the database ${database}: run deploy/postgres/roles.sql again, which revokes CONNECT on the other one from PUBLIC`] : []),
    ...(part !== 'projector' && reads.length > 0 ? [`without rights on tables: REVOKE ALL ON ${reads.join(', ')} FROM PUBLIC, ${user}`] : []),
    // Not all rights on these: it needs the others.
    ...rewrites.map((rights) => `unable to undo what was recorded: REVOKE ${rights} FROM PUBLIC, ${user}`),
  ];
}

/** Codes of Node, OpenSSL and PostgreSQL, as what to look at. What they say in full may quote an address. */
const REASONS: Readonly<Record<string, string>> = {
  '28P01': 'as the role and password that roles.sql gave: the server refuses this one',
  '28000': 'let in by the server’s pg_hba.conf for this role, database and kind of connection',
  '3D000': 'made: the server has no such database, see deploy/postgres/roles.sql',
  '42501': 'allowed to connect: run deploy/postgres/roles.sql again',
};

function unreached(part: string, { user }: Connection, error: unknown): ConfigurationProblem {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const variable = part.startsWith('keys') ? 'DATABASE_KEYS_URL, or the place that follows from DATABASE_URL,' : 'DATABASE_URL';
  return { variable: `${variable} (as ${user})`, expected: REASONS[code] ?? withoutCode(code, error) };
}

function withoutCode(code: string, error: unknown): string {
  if (error instanceof Error && error.message.includes('does not support SSL')) return 'a server with TLS: this one has none, so nothing was sent to it';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) return `a server whose certificate is for this host and by an authority of sslrootcert (${code})`;
  return `where a server answers${code === '' ? '' : ` (${code})`}`;
}
