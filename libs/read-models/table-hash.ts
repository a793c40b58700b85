import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { READ_MODEL_ENTITIES } from './entities.js';
import { tableOf } from './table.js';

/** How many rows a table has, and the SHA-256 (hex) over them in the order of their key. */
export interface TableHash {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

const FETCH = 2_000;

/** Every table of the read models, in one order. */
export const TABLES = READ_MODEL_ENTITIES.map((entity) => tableOf<object>(entity)).toSorted((a, b) => a.name.localeCompare(b.name));

/**
 * Hashes each table of a schema inside the caller's transaction. Rows are taken as Postgres writes them, in UTC, each with its length: two tables with equal
 * hashes are equal.
 */
export async function hashTables(client: ClientBase, schema: string): Promise<readonly TableHash[]> {
  await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL bytea_output = 'hex'`);
  const hashes: TableHash[] = [];
  for (const { name, key } of TABLES) hashes.push(await hashTable(client, `"${schema}"."${name}"`, { table: name, key: key.name }));
  return hashes;
}

async function hashTable(client: ClientBase, from: string, { table, key }: { readonly table: string; readonly key: string }): Promise<TableHash> {
  const hash = createHash('sha256');
  let rows = 0;
  await client.query(`DECLARE each_row NO SCROLL CURSOR FOR SELECT t::text AS line FROM ${from} t ORDER BY t."${key}"`);
  for (;;) {
    const page = await client.query<{ line: string }>(`FETCH ${FETCH} FROM each_row`);
    for (const { line } of page.rows) hash.update(`${Buffer.byteLength(line)}:${line}\n`);
    rows += page.rows.length;
    if (page.rows.length < FETCH) break;
  }
  await client.query('CLOSE each_row');
  return { table, rows, hash: hash.digest('hex') };
}
