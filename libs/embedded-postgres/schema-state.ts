import type { Connection, Connections } from './connections.js';
import { isContract, MIGRATION_SETS, type MigrationSet, nameOf } from './migration-sets.js';
import { withClient } from './roles.js';

/** A database is not at the schema that this version works on. */
export class SchemaMismatch extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SchemaMismatch';
  }
}

interface Asked {
  query: (text: string) => Promise<{ readonly rows: readonly unknown[] }>;
}

const NOT_THERE = new Set(['42P01', '3F000', '42501']);

/** Names of the migrations that a database has of a set; none where it has no table of them. */
export async function appliedOf(client: Asked, { table }: MigrationSet): Promise<ReadonlySet<string>> {
  const { rows } = await client.query(`SELECT to_regclass('public.${table}') IS NOT NULL AS there`);
  if (!rows.some((row) => Reflect.get(Object(row), 'there') === true)) return new Set();
  const { rows: applied } = await client.query(`SELECT name FROM public.${table}`);
  return new Set(applied.map((row) => String(Reflect.get(Object(row), 'name'))));
}

/** Each set, with the names of its migrations that its database has. */
export async function appliedSets({ api, keys }: Pick<Connections, 'api' | 'keys'>): Promise<readonly (readonly [MigrationSet, ReadonlySet<string>])[]> {
  const found: (readonly [MigrationSet, ReadonlySet<string>])[] = [];
  for (const set of MIGRATION_SETS) found.push([set, await withClient(set.at === 'log' ? api : keys, (client) => appliedOf(client, set))]);
  return found;
}

/** Migrations of a set that are still to be applied. Throws `SchemaMismatch` where a newer version took away what this one may need. */
export function pendingOf(set: MigrationSet, applied: ReadonlySet<string>): MigrationSet['migrations'] {
  const known = new Set(set.migrations.map(nameOf));
  const contracted = [...applied].find((name) => !known.has(name) && isContract(name));
  if (contracted !== undefined) throw new SchemaMismatch(`the schema is of a newer version of xinma (${contracted}): start that one`);
  return set.migrations.filter((migration) => !applied.has(nameOf(migration)));
}

/** Whether a database has every migration of these sets. */
export const isCurrent = (at: Connection, sets: readonly MigrationSet[]): Promise<boolean> => withClient(at, (client) => hasAll(client, sets));

/** The same, through a session that is there and with one question. False where a table of them is missing or can't be read: nothing was applied, so nothing was granted. */
export async function hasAll(client: Asked, sets: readonly MigrationSet[]): Promise<boolean> {
  const text = sets.map(({ table }) => `SELECT '${table}' AS "table", name FROM public.${table}`).join(' UNION ALL ');
  const rows = await client.query(text).then((answer) => answer.rows as readonly { readonly table: string; readonly name: string }[], noneThere);
  const appliedOfSet = ({ table }: MigrationSet): ReadonlySet<string> => new Set(rows?.filter((row) => row.table === table).map(({ name }) => name));
  return rows !== undefined && sets.map((set) => pendingOf(set, appliedOfSet(set))).every((pending) => pending.length === 0);
}

/**
 * For processes that don't migrate: rejects with `SchemaMismatch` unless both databases have all that this version needs. They may have more: newer versions add,
 * and old ones work beside them.
 */
export async function demandSchema(at: { readonly log?: Connection; readonly keys?: Connection }, sets: readonly MigrationSet[] = MIGRATION_SETS): Promise<void> {
  for (const place of ['log', 'keys'] as const) {
    const connection = at[place];
    const here = sets.filter((set) => set.at === place);
    if (connection !== undefined && !(await isCurrent(connection, here))) {
      throw new SchemaMismatch(`the schema of the ${place === 'log' ? 'log' : "keys' database"} is older than this version: run xinma migrate, with the owner's password, first`);
    }
  }
}

function noneThere(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!NOT_THERE.has(code)) throw error;
}
