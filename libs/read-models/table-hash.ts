import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { READ_MODEL_ENTITIES } from './entities.js';
import { type Table, tableOf } from './table.js';

/** How many rows a table has, and the SHA-256 (hex) over them in the order of their key. */
export interface TableHash {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

const FETCH = 2_000;

/** Every table of the read models, in one order. */
export const TABLES = READ_MODEL_ENTITIES.map((entity) => tableOf<object>(entity)).toSorted((a, b) => a.name.localeCompare(b.name));

/** How times and bytes are written while rows are hashed; until the caller's transaction ends. */
export const asHashed = async (client: ClientBase): Promise<void> => {
  await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`);
};

/**
 * Hashes each table of a schema inside the caller's transaction. Rows are taken as Postgres writes them, in UTC, each with its length: two tables with equal
 * hashes are equal.
 */
export async function hashTables(client: ClientBase, schema: string, tables: readonly Table[] = TABLES): Promise<readonly TableHash[]> {
  await asHashed(client);
  const hashes: TableHash[] = [];
  for (const table of tables) {
    const hash = new RowsHash(table);
    await hash.add(client, `"${schema}"."${table.name}"`);
    hashes.push(hash.soFar());
  }
  return hashes;
}

/** The hash of a table's rows as they are added, in the order of their key. */
export class RowsHash {
  readonly #hash = createHash('sha256');
  #rows = 0;

  constructor(private readonly table: Table) {}

  /** Adds rows of a source in SQL, all of them behind those added before. Inside the caller's transaction, after `asHashed`. */
  async add(client: ClientBase, source: string, where = 'true'): Promise<void> {
    await client.query(`DECLARE each_row NO SCROLL CURSOR FOR SELECT t::text AS line FROM ${source} t WHERE ${where} ORDER BY t."${this.table.key.name}"`);
    for (;;) {
      const page = await client.query<{ line: string }>(`FETCH ${FETCH} FROM each_row`);
      for (const { line } of page.rows) this.#hash.update(`${Buffer.byteLength(line)}:${line}\n`);
      this.#rows += page.rows.length;
      if (page.rows.length < FETCH) break;
    }
    await client.query('CLOSE each_row');
  }

  /** Of the rows so far. */
  soFar(): TableHash {
    return { table: this.table.name, rows: this.#rows, hash: this.#hash.copy().digest('hex') };
  }
}
