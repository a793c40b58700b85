import type { Client } from 'pg';
import { type Connection, type Connections, withClient } from '../../../../libs/embedded-postgres/index.js';
import { transaction } from '../../../../libs/read-models/index.js';
import { isHalfRestored, RESTORE_MARK } from '../instance/restore-mark.js';

/** Where a restore writes: as the owner of both databases. */
export type Owned = Pick<Connections, 'owner' | 'keysOwner'>;

/** What a restore finds: nothing, or the mark of one that was not found whole. */
export type Ground = 'empty' | 'half-done';

/** Whether the databases are empty, or marked by a restore that was cut. Rejects for anything else: what is there is somebody's. */
export async function groundFor(at: Owned): Promise<Ground> {
  if (await withClient(at.owner, isHalfRestored)) return 'half-done';
  const events = await withClient(at.owner, (client) => one(client, 'ledger.event', 'SELECT coalesce(max(position), 0) AS value FROM ledger.event'));
  const keys = await withClient(at.keysOwner, (client) => one(client, 'vault.subject_key', 'SELECT count(*) AS value FROM vault.subject_key'));
  if (events > 0n || keys > 0n) throw new Error('there is data already: a restore goes into an empty installation only. Name a new folder with XINMA_HOME, or make new databases');
  return 'empty';
}

/** The one number that a question answers; 0 where its table is not there. */
async function one(client: Client, table: string, question: string): Promise<bigint> {
  const { rows } = await client.query(`SELECT to_regclass('${table}') IS NOT NULL AS there`);
  if (!rows.some((row) => Reflect.get(Object(row), 'there') === true)) return 0n;
  const answer = await client.query<{ value: string }>(question);
  return BigInt(answer.rows[0]?.value ?? '0');
}

/** Rejects where an instance is connected to the log. */
export async function demandNobody(at: Pick<Owned, 'owner'>): Promise<void> {
  const { rows } = await withClient(at.owner, (client) => client.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename IN ('xinma_api', 'xinma_projector')`));
  if (rows.length > 0) throw new Error('an instance runs on this database: end it first');
}

/** Marks that a restore begins, and removes the `left` events that a cut one loaded. Rejects, with all as it was, where somebody runs there or appended meanwhile. */
export async function takeGround(at: Owned, ground: Ground, left: bigint): Promise<void> {
  await mark(at);
  try {
    // In this order: what starts from here on finds the mark, and what started before it is found here.
    await demandNobody(at);
    await clear(at, left);
  } catch (error) {
    if (ground === 'empty') await unmark(at).catch(() => undefined);
    throw error;
  }
}

/** A restore begins: nothing starts here any more. */
export const mark = (at: Pick<Owned, 'owner'>): Promise<unknown> => withClient(at.owner, (client) => client.query(`CREATE TABLE IF NOT EXISTS ${RESTORE_MARK} ()`));

/** The restore is complete. */
export const unmark = (at: Pick<Owned, 'owner'>): Promise<unknown> => withClient(at.owner, (client) => client.query(`DROP TABLE IF EXISTS ${RESTORE_MARK}`));

/** Works in a transaction that waits for the disk, unlike one of projections. */
export const inTransaction = (at: Connection, work: (client: Client) => Promise<void>): Promise<void> => withClient(at, (client) => transaction(client, () => work(client), 'BEGIN'));

/** One transaction for each database. */
async function clear(at: Owned, left: bigint): Promise<void> {
  await inTransaction(at.owner, async (client) => {
    await client.query('LOCK TABLE ledger.event IN ACCESS EXCLUSIVE MODE');
    // Nobody appends any more: what came since the log was looked at is seen now.
    const head = await one(client, 'ledger.event', 'SELECT coalesce(max(position), 0) AS value FROM ledger.event');
    if (head !== left) throw new Error('somebody appended to the log meanwhile: end what runs on this database');
    await client.query(`TRUNCATE ledger.event, ${(await derivedTables(client)).join(', ')}`);
  });
  await withClient(at.keysOwner, (client) => client.query('TRUNCATE vault.subject_key, vault.master_key'));
}

/** Every table that is made from the log. */
export async function derivedTables(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('read_model'::regnamespace, 'history'::regnamespace)`);
  return rows.map(({ name }) => name);
}
