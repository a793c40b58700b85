import { Client, type ClientConfig } from 'pg';
import type { EventStore, RecordedEvent } from '../event-store/index.js';
import { SCHEMA } from './entities.js';
import { LOCKS } from './locks.js';
import { applyWithin, lockForWriting, PAGE, transaction } from './page.js';
import { checkpointOf } from './rows.js';
import { hashTables, type TableHash, TABLES } from './table-hash.js';

/** Where the new tables are built, and where the old ones go. */
const BESIDE = 'read_model_rebuilt';
const FORMER = 'read_model_former';

/** The log as far as it was read, and as far as it has to be. */
export interface RebuildProgress {
  readonly position: bigint;
  readonly target: bigint;
}

/** What a rebuild needs. */
export interface RebuildSettings {
  readonly store: EventStore;
  /** As the owner of the read models. */
  readonly connection: ClientConfig;
  readonly progress?: (progress: RebuildProgress) => void;
}

/** Both sets of tables at one position of the log. `equal`: byte for byte. */
export interface Rebuilt {
  readonly position: bigint;
  readonly before: readonly TableHash[];
  readonly after: readonly TableHash[];
  readonly equal: boolean;
}

/** This many events may be left for the moment in which the live projector waits. */
const CLOSE = 100n;

/**
 * Builds every table anew from the log beside the live ones, while the projector goes on; when it has all but caught up, makes the projector wait, reads the
 * rest, compares and swaps in one transaction. Goes as far as the live tables are, so the projector continues where it was. One at a time.
 */
export async function rebuild({ store, connection, progress }: RebuildSettings): Promise<Rebuilt> {
  const client = new Client({ ...connection, application_name: 'xinma rebuild' });
  // A lost connection fails the statement at hand.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await claimTurn(client);
    await makeTables(client);
    await catchUp(client, store, progress);
    const rebuilt = await transaction(client, () => swap(client, store));
    progress?.({ position: rebuilt.position, target: rebuilt.position });
    await dropSchema(client, FORMER);
    return rebuilt;
  } finally {
    await client.end();
  }
}

async function claimTurn(client: Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCKS.rebuilding}) AS mine`);
  if (rows[0]?.mine !== true) throw new Error('another rebuild is under way');
}

async function makeTables(client: Client): Promise<void> {
  for (const leftOver of [BESIDE, FORMER]) await dropSchema(client, leftOver);
  await transaction(client, async () => {
    await client.query(`CREATE SCHEMA ${BESIDE}`);
    for (const { name } of TABLES) await client.query(`CREATE TABLE ${BESIDE}."${name}" (LIKE ${SCHEMA}."${name}" INCLUDING ALL EXCLUDING INDEXES)`);
    await makeIndexes(client);
    await copyComments(client);
    await client.query(`GRANT USAGE ON SCHEMA ${BESIDE} TO xinma_projector`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${BESIDE} TO xinma_projector`);
  });
}

/** Under the names they have, which `LIKE` would change: migrations know them. Index names are a schema's own, so both sets can stand side by side. */
async function makeIndexes(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; of: string; definition: string; key: boolean }>(
    `SELECT c.relname AS name, t.relname AS of, pg_get_indexdef(i.indexrelid) AS definition, i.indisprimary AS key
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = $1::regnamespace`,
    [SCHEMA],
  );
  for (const { name, of, definition, key } of rows) {
    await client.query(definition.replace(` ON ${SCHEMA}.`, ` ON ${BESIDE}.`));
    if (key) await client.query(`ALTER TABLE ${BESIDE}."${of}" ADD CONSTRAINT "${name}" PRIMARY KEY USING INDEX "${name}"`);
  }
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

async function catchUp(client: Client, store: EventStore, progress: RebuildSettings['progress']): Promise<void> {
  let position = 0n;
  for (;;) {
    const target = await checkpointOf(client, SCHEMA);
    progress?.({ position, target });
    if (position + CLOSE >= target) return;
    const page = await readUpTo(store, position, target);
    position = await transaction(client, () => applyWithin(client, page, BESIDE));
  }
}

/** The next page, not empty. Never beyond the live tables, which are what the new ones are compared with. */
async function readUpTo(store: EventStore, position: bigint, target: bigint): Promise<readonly RecordedEvent[]> {
  const page = await store.readAll(position, PAGE);
  if (page.length === 0) throw new Error(`the read models are at ${target}, the log ends at ${position}`);
  return page.filter((event) => event.position <= target);
}

/**
 * Schemas change names; tables are not locked, so no reader waits and none can deadlock: a question that had begun is answered from the former tables, which
 * are at the same position.
 */
async function swap(client: Client, store: EventStore): Promise<Rebuilt> {
  await lockForWriting(client);
  const target = await checkpointOf(client, SCHEMA);
  for (let position = await checkpointOf(client, BESIDE); position < target; ) {
    position = await applyWithin(client, await readUpTo(store, position, target), BESIDE);
  }
  const before = await hashTables(client, SCHEMA);
  const after = await hashTables(client, BESIDE);
  await client.query(`ALTER SCHEMA ${SCHEMA} RENAME TO ${FORMER}`);
  await client.query(`ALTER SCHEMA ${BESIDE} RENAME TO ${SCHEMA}`);
  const equal = before.every(({ table, rows, hash }, index) => after[index]?.table === table && after[index].rows === rows && after[index].hash === hash);
  return { position: target, before, after, equal };
}

/** One table at a time, so that the only lock it waits for is that table's. */
async function dropSchema(client: Client, schema: string): Promise<void> {
  for (const { name } of TABLES) await client.query(`DROP TABLE IF EXISTS ${schema}."${name}"`);
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
}
