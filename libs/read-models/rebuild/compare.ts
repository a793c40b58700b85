import type { Client } from 'pg';
import { SCHEMA } from '../entities.js';
import { hashTables, type TableHash } from '../table-hash.js';
import { FORMER } from './shadow.js';

/** What was and what is. `equal`: byte for byte. */
export interface Compared {
  readonly before: readonly TableHash[];
  readonly after: readonly TableHash[];
  readonly equal: boolean;
}

/** Hashes the former tables and the new ones as `seeing`, which is in a transaction, sees them, on both connections at once. Ends that transaction. */
export async function hashBoth(client: Client, seeing: Client): Promise<Compared> {
  const { rows } = await seeing.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await client.query(`SET TRANSACTION SNAPSHOT ${client.escapeLiteral(rows[0]?.snapshot ?? '')}`);
  const [before, after] = await Promise.all([hashTables(client, FORMER), hashTables(seeing, SCHEMA)]);
  for (const each of [client, seeing]) await each.query('COMMIT');
  return { before, after, equal: before.every((table, index) => isEqual(table, after[index])) };
}

const isEqual = (one: TableHash, other: TableHash | undefined): boolean => other?.table === one.table && other.rows === one.rows && other.hash === one.hash;
