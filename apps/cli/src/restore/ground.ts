import type { Client } from 'pg';
import { type Connections, withClient } from '../../../../libs/embedded-postgres/index.js';

/** Where a restore writes: as the owner of both databases. */
export type Owned = Pick<Connections, 'owner' | 'keysOwner'>;

/** Stands in the log's database from before a restore writes to after its check. */
const MARK = 'public.xinma_restore';

/** Whether the databases are empty, or have what a restore left that was cut. Rejects for anything else: what is there is somebody's. */
export async function groundFor(at: Owned): Promise<'empty' | 'half-done'> {
  const mark = await withClient(at.owner, markIn);
  const head = await withClient(at.owner, async (client) => BigInt(await one(client, 'ledger.event', 'SELECT coalesce(max(position), 0) AS value FROM ledger.event')));
  const keys = await withClient(at.keysOwner, async (client) => BigInt(await one(client, 'vault.subject_key', 'SELECT count(*) AS value FROM vault.subject_key')));
  if (mark === undefined) {
    if (head > 0n || keys > 0n) throw new Error('there is data already: a restore goes into an empty installation only. Name a new folder with XINMA_HOME, or make new databases');
    return 'empty';
  }
  // More events than the restore had: an instance ran on what it left, and they stand nowhere else.
  if (head > mark) throw new Error(`a restore was cut here, and since then ${head - mark} events were recorded: they would be lost. Name a new folder with XINMA_HOME, or make new databases`);
  return 'half-done';
}

async function markIn(client: Client): Promise<bigint | undefined> {
  const found = await one(client, MARK, `SELECT head AS value FROM ${MARK}`);
  return found === '0' ? undefined : BigInt(found) - 1n;
}

/** Whether a restore was cut here. */
export const isHalfDone = (at: Pick<Connections, 'owner'>): Promise<boolean> => withClient(at.owner, async (client) => (await markIn(client)) !== undefined);

/** The one value that a question answers; 0 where its table is not there. */
async function one(client: Client, table: string, question: string): Promise<string> {
  const { rows } = await client.query(`SELECT to_regclass('${table}') IS NOT NULL AS there`);
  if (!rows.some((row) => Reflect.get(Object(row), 'there') === true)) return '0';
  const answer = await client.query<{ value: string }>(question);
  return answer.rows[0]?.value ?? '0';
}

/** Marks that a restore of so many events begins, and removes what the one before left. One transaction for each database. */
export async function clear(at: Owned, head: string): Promise<void> {
  await withClient(at.owner, async (client) => {
    await client.query('BEGIN');
    await client.query(`CREATE TABLE IF NOT EXISTS ${MARK} (head bigint NOT NULL)`);
    // One more than the head: 0 is no mark.
    await client.query(`DELETE FROM ${MARK}`);
    await client.query(`INSERT INTO ${MARK} VALUES ($1::bigint + 1)`, [head]);
    await client.query(`TRUNCATE ledger.event, ${(await derivedTables(client)).join(', ')}`);
    await client.query('COMMIT');
  });
  await withClient(at.keysOwner, (client) => client.query('TRUNCATE vault.subject_key, vault.master_key'));
}

/** Every table that is made from the log. */
export async function derivedTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('read_model'::regnamespace, 'history'::regnamespace)`);
  return rows.map(({ name }) => name);
}

/** The restore is complete. */
export const unmark = (at: Pick<Connections, 'owner'>): Promise<unknown> => withClient(at.owner, (client) => client.query(`DROP TABLE ${MARK}`));
