import { hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { READ_MODEL_ENTITIES } from './entities.js';
import { type Table, tableOf } from './table.js';

/** How many rows a table has, and the SHA-256 (hex) over them in the order of their key, each after the hash of those before it. */
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
 * Hashes each table of a schema inside the caller's transaction. Rows are taken as Postgres writes them, in UTC: two tables with equal hashes are equal.
 */
export async function hashTables(client: ClientBase, schema: string, tables: readonly Table[] = TABLES): Promise<readonly TableHash[]> {
  await asHashed(client);
  const hashes: TableHash[] = [];
  for (const table of tables) {
    const rows = new RowsHash(table);
    await rows.add(client, `"${schema}"."${table.name}"`);
    hashes.push(rows.soFar());
  }
  return hashes;
}

/**
 * The hash of a table's rows as they are added, in the order of their key: SHA-256 of each row after the hash of those before it. So a hash is also where it can
 * be gone on from.
 */
export class RowsHash {
  #hash: string;
  #rows: number;

  /** `from`: of rows that were added before. */
  constructor(
    private readonly table: Table,
    from?: TableHash,
  ) {
    this.#hash = from?.hash ?? hash('sha256', '');
    this.#rows = from?.rows ?? 0;
  }

  /** Adds rows of a source in SQL, all of them behind those added before. Inside the caller's transaction, after `asHashed`. */
  async add(client: ClientBase, source: string, where = 'true'): Promise<void> {
    await client.query(`DECLARE each_row NO SCROLL CURSOR FOR SELECT t::text AS line FROM ${source} t WHERE ${where} ORDER BY t."${this.table.key.name}"`);
    for (;;) {
      const page = await client.query<{ line: string }>(`FETCH ${FETCH} FROM each_row`);
      for (const { line } of page.rows) this.#hash = hash('sha256', `${this.#hash}${line}`);
      this.#rows += page.rows.length;
      if (page.rows.length < FETCH) break;
    }
    await client.query('CLOSE each_row');
  }

  /** Of the rows so far. */
  soFar(): TableHash {
    return { table: this.table.name, rows: this.#rows, hash: this.#hash };
  }
}
