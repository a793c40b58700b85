import type { Client } from 'pg';
import { type Connection, withClient } from '../../../../libs/embedded-postgres/index.js';
import type { Part } from '../../../../libs/own-postgres/index.js';
import { type Finding, wrong } from './finding.js';

/** A right on something in a schema, by name, or on all of its kind (`*`). */
interface Need {
  readonly kind: 'database' | 'schema' | 'table' | 'function';
  readonly place: string;
  readonly name: string;
  readonly may: string;
}

const uses = (place: string): Need => ({ kind: 'schema', place, name: '', may: 'USAGE' });
const calls = (place: string, name = '*'): Need => ({ kind: 'function', place, name, may: 'EXECUTE' });
const on = (place: string, name: string, ...rights: readonly string[]): readonly Need[] => rights.map((may) => ({ kind: 'table', place, name, may }));
const owns = (place: string): Need => ({ kind: 'schema', place, name: '', may: 'CREATE' });

const ROWS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;
/** The owner makes and drops schemas beside the read models, to build them anew. */
const MAKES: Need = { kind: 'database', place: '', name: '', may: 'CREATE' };

/** What each part does, by the migrations that grant it: without one of these, somebody is refused. */
const NEEDS: Readonly<Record<Part, readonly Need[]>> = {
  api: [uses('ledger'), ...on('ledger', 'event', 'SELECT', 'INSERT'), calls('ledger'), uses('api'), calls('api')],
  projector: [uses('ledger'), ...on('ledger', 'event', 'SELECT'), uses('read_model'), ...on('read_model', '*', ...ROWS)],
  keys: [uses('vault'), ...on('vault', 'subject_key', 'SELECT', 'INSERT', 'UPDATE (wrapped)', 'UPDATE (destroyed_at)'), ...on('vault', 'master_key', 'SELECT', 'INSERT')],
  owner: [MAKES, ...['ledger', 'read_model', 'history', 'api'].map(owns)],
  keysOwner: [owns('vault')],
};

/** Those that the role which asks has not. What is not there is no matter here: the schema is looked at by itself. */
const MISSING = `
  WITH needed AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (kind text, place text, name text, may text))
  SELECT may || ' ON DATABASE ' || current_database() AS missing FROM needed WHERE kind = 'database' AND NOT has_database_privilege(current_database(), may)
  UNION ALL
  SELECT may || ' ON SCHEMA ' || place FROM needed JOIN pg_namespace ON nspname = place WHERE kind = 'schema' AND NOT has_schema_privilege(pg_namespace.oid, may)
  UNION ALL
  SELECT may || ' ON ' || c.oid::regclass FROM needed JOIN pg_namespace s ON nspname = place JOIN pg_class c ON relnamespace = s.oid AND relkind = 'r' AND name IN ('*', relname)
    WHERE kind = 'table' AND NOT CASE WHEN may LIKE '%(%' THEN has_column_privilege(c.oid, substring(may FROM '\\((.*)\\)'), split_part(may, ' ', 1)) ELSE has_table_privilege(c.oid, may) END
  UNION ALL
  SELECT may || ' ON FUNCTION ' || p.oid::regprocedure FROM needed JOIN pg_namespace s ON nspname = place JOIN pg_proc p ON pronamespace = s.oid AND prorettype <> 'trigger'::regtype AND name IN ('*', proname)
    WHERE kind = 'function' AND NOT has_function_privilege(p.oid, may)`;

/** Looks, as a part's role, whether it may do what it has to. Rejects where it is not let in. */
export const lookAtRights = (part: Part, at: Connection): Promise<readonly Finding[]> =>
  withClient(at, async (client) => [...(await writing(client, at)), ...(await granted(client, at, NEEDS[part]))]);

async function writing(client: Client, { user, database }: Connection): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ only: boolean; standby: boolean }>(`SELECT current_setting('transaction_read_only') = 'on' AS only, pg_is_in_recovery() AS standby`);
  if (rows.some(({ standby }) => standby)) return [wrong('roles', `${user} is on a standby of ${database}, where nothing can be written`, 'let DATABASE_URL name the primary')];
  if (!rows.some(({ only }) => only)) return [];
  return [wrong('roles', `${user} can only read ${database}`, `as an administrator: ALTER DATABASE ${database} RESET default_transaction_read_only; ALTER ROLE ${user} RESET default_transaction_read_only; or see the setting in postgresql.conf`)];
}

async function granted(client: Client, { user, database }: Connection, needs: readonly Need[]): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ missing: string }>(MISSING, [JSON.stringify(needs)]);
  if (rows.length === 0) return [];
  const grants = rows.map(({ missing }) => `GRANT ${missing} TO ${user};`);
  return [wrong('roles', `${user} may not do all that it has to in ${database}`, `as an administrator, in ${database}: ${grants.join(' ')}`)];
}
