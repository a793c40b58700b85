import type { Client } from 'pg';
import { SCHEMA } from '../entities.js';
import { TABLES } from '../table-hash.js';
import type { Table } from '../table.js';

/** Where the new tables are built, and where the old ones go. */
export const BESIDE = 'read_model_rebuilt';
export const FORMER = 'read_model_former';

/** Makes empty tables beside the live ones, as they are but for indexes; what an earlier rebuild left is removed, or put aside. */
export async function makeTables(client: Client): Promise<void> {
  await makeRoom(client);
  const comments = await commentsOf(client);
  // One text is one transaction, and one answer to wait for.
  const statements = [
    `CREATE SCHEMA ${BESIDE}`,
    ...TABLES.map(({ name }) => `CREATE TABLE ${BESIDE}."${name}" (LIKE ${SCHEMA}."${name}" INCLUDING ALL EXCLUDING INDEXES)`),
    ...comments.map(({ of, comment }) => `COMMENT ON TABLE ${BESIDE}."${of}" IS ${client.escapeLiteral(comment)}`),
    `GRANT USAGE ON SCHEMA ${BESIDE} TO xinma_projector`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${BESIDE} TO xinma_projector`,
  ];
  await client.query(statements.join('; '));
}

interface Index {
  readonly name: string;
  readonly of: string;
  readonly definition: string;
  readonly key: boolean;
  readonly columns: readonly string[];
}

/** Indexes that the live tables have. */
const INDEXES = `
  SELECT c.relname AS name, t.relname AS of, pg_get_indexdef(i.indexrelid) AS definition, i.indisprimary AS key,
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY (i.indkey)) AS columns
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace = $1::regnamespace ORDER BY pg_table_size(t.oid) DESC`;

/** The indexes that tables beside the live ones lack. */
export class Indexes {
  /** By table, the largest first. */
  readonly #left: Map<string, readonly Index[]>;
  readonly #there = new Set<Index>();

  private constructor(
    private readonly schema: string,
    indexes: readonly Index[],
  ) {
    this.#left = Map.groupBy(indexes, ({ of }) => of);
  }

  /** All that the live tables have. */
  static async of(client: Client, schema: string): Promise<Indexes> {
    return new Indexes(schema, (await client.query<Index>(INDEXES, [SCHEMA])).rows);
  }

  /** Makes the keys of these tables, by which their rows are found. */
  async makeKeys(client: Client, tables: readonly Table[]): Promise<void> {
    for (const { name } of tables) {
      for (const index of this.#left.get(name) ?? []) {
        if (!index.key) continue;
        await client.query(this.#making(index));
        this.#there.add(index);
      }
    }
  }

  /** Makes all others of the tables that are full, a table at a time, and counts what planners go by. Connections may do so side by side. */
  async make(client: Client, full: readonly Table[]): Promise<void> {
    for (const [table, indexes] of this.#left) {
      if (full.every(({ name }) => name !== table)) continue;
      this.#left.delete(table);
      await client.query(this.#finishing(table, indexes).join('; '));
    }
  }

  #finishing(table: string, indexes: readonly Index[]): readonly string[] {
    const columns = [...new Set(indexes.flatMap((index) => index.columns))];
    const analyze = `ANALYZE ${this.schema}."${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;
    // Of a column whose values are all different, a few tell as much as many.
    const target = columns.length === 1 ? 1 : 20;
    return ['BEGIN', `SET LOCAL default_statistics_target = ${target}`, ...indexes.filter((index) => !this.#there.has(index)).map((index) => this.#making(index)), analyze, 'COMMIT'];
  }

  /** Under the names they have, which `LIKE` would change: migrations know them. Index names are a schema's own, so both sets can stand side by side. */
  #making({ name, of, definition, key }: Index): string {
    const made = definition.replace(` ON ${SCHEMA}.`, ` ON ${this.schema}.`);
    return key ? `${made}; ALTER TABLE ${this.schema}."${of}" ADD CONSTRAINT "${name}" PRIMARY KEY USING INDEX "${name}"` : made;
  }
}

interface Comment {
  readonly of: string;
  readonly comment: string;
}

/** What tables say of themselves: `LIKE` takes over what columns say. */
async function commentsOf(client: Client): Promise<readonly Comment[]> {
  const { rows } = await client.query<Comment>(
    `SELECT c.relname AS of, d.description AS comment FROM pg_class c JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
     WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r'`,
    [SCHEMA],
  );
  return rows;
}

/** How long somebody who still reads a table is waited for, in milliseconds: a question takes less, and a session that sits in a transaction can't be waited for. */
const PATIENCE = 500;

/** How many sets of former tables may be left to who still reads them: the disk is not for that. */
const ASIDE = 3;

const NOT_LET_GO = '55P03';

/** Removes what earlier rebuilds left, as far as nobody reads it. Answers what is left. */
export async function tidyUp(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ nspname: string }>('SELECT nspname FROM pg_namespace WHERE nspname = $1 OR starts_with(nspname, $2) ORDER BY nspname', [BESIDE, FORMER]);
  const left: string[] = [];
  for (const { nspname } of rows) if (!(await dropSchema(client, nspname))) left.push(nspname);
  return left;
}

/** Makes room for new tables and for those that are live: whoever sits in a transaction in which they have read what was there keeps it, under another name. */
async function makeRoom(client: Client): Promise<void> {
  const left = await tidyUp(client);
  const free = Array.from({ length: ASIDE }, (_, index) => `${FORMER}_${index + 1}`).filter((name) => !left.includes(name));
  for (const schema of [BESIDE, FORMER].filter((name) => left.includes(name))) {
    const aside = free.shift();
    if (aside === undefined) throw new Error(`former tables are still read in transactions that do not end (${await readersOf(client)}): end those sessions`);
    await client.query(`ALTER SCHEMA ${schema} RENAME TO ${aside}`);
  }
}

/** Removes one schema, one table at a time, so that the only lock it waits for is that table's. False where somebody does not let go of one. */
async function dropSchema(client: Client, schema: string): Promise<boolean> {
  await client.query(`SET lock_timeout = ${PATIENCE}`);
  try {
    for (const { name } of TABLES) await client.query(`DROP TABLE IF EXISTS ${schema}."${name}"`);
    await client.query(`DROP SCHEMA ${schema} CASCADE`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_LET_GO) return false;
    throw error;
  } finally {
    await client.query('RESET lock_timeout').catch(() => undefined);
  }
}

/** The server's processes that hold on to them. */
async function readersOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ pid: number }>(
    'SELECT DISTINCT pid FROM pg_locks JOIN pg_class AS c ON c.oid = relation JOIN pg_namespace AS n ON n.oid = relnamespace WHERE starts_with(nspname, $1) AND pid <> pg_backend_pid() ORDER BY pid',
    [FORMER],
  );
  return rows.map(({ pid }) => `process ${pid}`).join(', ');
}
