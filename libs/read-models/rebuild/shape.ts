import type { Client } from 'pg';
import { SCHEMA } from '../entities.js';
import { TABLES } from '../table-hash.js';
import { BESIDE } from './shadow.js';

/** Everything about the tables of a schema but their rows, in words that are the same for the same tables in another schema. */
const SHAPE = `
  SELECT c.relname || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS said
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT replace(pg_get_indexdef(i.indexrelid), ' ON ' || $1 || '.', ' ON ') FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = $1::regnamespace
  UNION ALL SELECT c.relname || ' ' || coalesce(c.relacl::text, '') FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind <> 'i' ORDER BY 1`;

const TABLES_AND_COLUMNS = `
  SELECT c.relname || coalesce('.' || a.attname, '') AS said
  FROM pg_class c LEFT JOIN pg_attribute a ON c.oid = a.attrelid AND a.attnum > 0 AND NOT a.attisdropped WHERE c.relnamespace = $1::regnamespace AND c.relkind IN ('r', 'p')`;

async function said(client: Client, text: string, schema: string): Promise<readonly string[]> {
  return (await client.query<{ said: string }>(text, [schema])).rows.map(({ said }) => said);
}

/** Throws where a version that is not this one has changed the live tables: ours would stand in for columns and tables that we do not know, and be empty. */
export async function mustBeOurs(client: Client): Promise<void> {
  const ours = TABLES.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`)).toSorted();
  const live = (await said(client, TABLES_AND_COLUMNS, SCHEMA)).toSorted();
  if (ours.join('\n') !== live.join('\n')) throw new Error('the read models are those of another version: rebuild with that version');
}

/** Throws where the live tables changed since the new ones were made as they were. */
export async function mustBeAlike(client: Client): Promise<void> {
  const [live, made] = [await said(client, SHAPE, SCHEMA), await said(client, SHAPE, BESIDE)];
  if (live.join('\n') !== made.join('\n')) throw new Error('the tables of the read models were changed meanwhile: rebuild again');
}
