import type { Client } from 'pg';
import { SCHEMA } from '../entities.js';
import { TABLES } from '../table-hash.js';
import type { Table } from '../table.js';

/** Where the new tables are built, and where the old ones go. */
export const BESIDE = 'read_model_rebuilt';
export const FORMER = 'read_model_former';

/** Makes empty tables beside the live ones, as they are but for indexes; what an earlier rebuild left is removed. */
export async function makeTables(client: Client): Promise<void> {
  for (const leftOver of [BESIDE, FORMER]) await dropSchema(client, leftOver);
  await client.query('BEGIN');
  await client.query(`CREATE SCHEMA ${BESIDE}`);
  for (const { name } of TABLES) await client.query(`CREATE TABLE ${BESIDE}."${name}" (LIKE ${SCHEMA}."${name}" INCLUDING ALL EXCLUDING INDEXES)`);
  await copyComments(client);
  await client.query(`GRANT USAGE ON SCHEMA ${BESIDE} TO xinma_projector`);
  await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${BESIDE} TO xinma_projector`);
  await client.query('COMMIT');
}

interface Index {
  readonly name: string;
  readonly of: string;
  readonly definition: string;
  readonly key: boolean;
  readonly columns: readonly string[];
}

/** Indexes that the live tables have and the new ones lack. */
const LACKING = `
  SELECT c.relname AS name, t.relname AS of, pg_get_indexdef(i.indexrelid) AS definition, i.indisprimary AS key,
    ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY (i.indkey)) AS columns
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace = $1::regnamespace AND NOT EXISTS (SELECT FROM pg_class made WHERE made.relnamespace = $2::regnamespace AND made.relname = c.relname)
  ORDER BY pg_table_size(($2 || '.' || quote_ident(t.relname))::regclass) DESC`;

async function lackingIndexes(client: Client, schema: string): Promise<readonly Index[]> {
  return (await client.query<Index>(LACKING, [SCHEMA, schema])).rows;
}

/** Under the names they have, which `LIKE` would change: migrations know them. Index names are a schema's own, so both sets can stand side by side. */
async function makeIndex(client: Client, schema: string, { name, of, definition, key }: Index): Promise<void> {
  await client.query(definition.replace(` ON ${SCHEMA}.`, ` ON ${schema}.`));
  if (key) await client.query(`ALTER TABLE ${schema}."${of}" ADD CONSTRAINT "${name}" PRIMARY KEY USING INDEX "${name}"`);
}

/** Makes the keys of these tables, by which their rows are found. */
export async function makeKeys({ client, schema }: { readonly client: Client; readonly schema: string }, tables: readonly Table[]): Promise<void> {
  for (const index of await lackingIndexes(client, schema)) if (index.key && tables.some(({ name }) => name === index.of)) await makeIndex(client, schema, index);
}

/** Makes all indexes that are not there, a table at a time on each connection, and counts what planners go by. */
export async function makeIndexes(clients: readonly [Client, ...Client[]], schema: string): Promise<void> {
  const tables = [...Map.groupBy(await lackingIndexes(clients[0], schema), ({ of }) => of)];
  const work = async (client: Client): Promise<void> => {
    for (let next = tables.shift(); next !== undefined; next = tables.shift()) {
      const [table, indexes] = next;
      for (const index of indexes) await makeIndex(client, schema, index);
      const columns = [...new Set(indexes.flatMap((index) => index.columns))];
      await client.query(`ANALYZE ${schema}."${table}" (${columns.map((column) => `"${column}"`).join(', ')})`);
    }
  };
  await Promise.all(clients.map(work));
}

/** What tables say of themselves: `LIKE` takes over what columns say. */
async function copyComments(client: Client): Promise<void> {
  const { rows } = await client.query<{ of: string; comment: string }>(
    `SELECT c.relname AS of, d.description AS comment FROM pg_class c JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
     WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r'`,
    [SCHEMA],
  );
  for (const { of, comment } of rows) await client.query(`COMMENT ON TABLE ${BESIDE}."${of}" IS ${client.escapeLiteral(comment)}`);
}

/** One table at a time, so that the only lock it waits for is that table's. */
export async function dropSchema(client: Client, schema: string): Promise<void> {
  for (const { name } of TABLES) await client.query(`DROP TABLE IF EXISTS ${schema}."${name}"`);
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}
