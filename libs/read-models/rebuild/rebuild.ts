import { Client, type ClientConfig } from 'pg';
import type { EventStore, RecordedEvent } from '../../event-store/index.js';
import { SCHEMA } from '../entities.js';
import { LOCKS, MIGRATING } from '../locks.js';
import { applyWithin, transaction } from '../page.js';
import { checkpointOf } from '../rows.js';
import type { TableHash } from '../table-hash.js';
import { hashBoth } from './compare.js';
import { fill } from './fill.js';
import type { RebuildSettings } from './settings.js';
import { BESIDE, FORMER, tidyUp } from './shadow.js';
import { mustBeAlike, mustBeOurs } from './shape.js';

/** Both sets of tables at one position of the log. `equal`: byte for byte. */
export interface Rebuilt {
  readonly position: bigint;
  readonly before: readonly TableHash[];
  readonly after: readonly TableHash[];
  readonly equal: boolean;
}

/** Events that one transaction adds to tables that nobody reads yet. */
const PAGE = 5_000;

/** This many positions may be left for the moment in which the live projector waits; where they have gaps, a page that is not full. */
const CLOSE = 1_000n;

/**
 * Nothing that is made here has to outlive a crash before it is swapped in, and what comes before the swap in the server's own log is there when the swap is. Two connections make indexes side by side: more
 * workers are worth their start for large tables only.
 */
const SETTINGS = '-c synchronous_commit=off -c maintenance_work_mem=128MB -c min_parallel_table_scan_size=256MB';

/**
 * Builds every table anew from the log beside the live ones, while the projector goes on; when it has all but caught up, makes the projector wait, reads the
 * rest and swaps. Goes as far as the live tables are, so the projector continues where it was. What was and what is are compared when the projector has gone on,
 * as they were at the swap. One at a time.
 */
export async function rebuild(settings: RebuildSettings): Promise<Rebuilt> {
  const [client, other] = await Promise.all([open(settings.connection), open(settings.connection)]);
  try {
    await claimTurn(client);
    try {
      await mustBeOurs(client);
      await fill(client, other, settings);
      await catchUp(client, settings);
      const position = await swap(client, other, settings);
      settings.progress?.({ step: 'comparing', position, target: position });
      return { position, ...(await hashBoth(client, other)) };
    } finally {
      await leave(client, other);
    }
  } finally {
    await Promise.all([client.end(), other.end()]);
  }
}

/** What is left is removed as far as the server can be reached and nobody reads it; the next rebuild removes the rest. */
async function leave(client: Client, other: Client): Promise<void> {
  for (const each of [client, other]) await each.query('ROLLBACK').catch(() => undefined);
  await tidyUp(client).catch(() => undefined);
}

async function open(connection: ClientConfig): Promise<Client> {
  const client = new Client({ ...connection, application_name: 'xinma rebuild', options: `${connection.options ?? ''} ${SETTINGS}` });
  // A lost connection fails the statement at hand.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function claimTurn(client: Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCKS.rebuilding}) AS mine`);
  if (rows[0]?.mine !== true) throw new Error('another rebuild is under way');
}

/** Projects what came meanwhile, until a moment's work is left. */
async function catchUp(client: Client, { store, progress }: RebuildSettings): Promise<void> {
  let position = await checkpointOf(client, BESIDE);
  for (;;) {
    const target = await checkpointOf(client, SCHEMA);
    progress?.({ step: 'catching up', position, target });
    if (position + CLOSE >= target) return;
    const page = await readUpTo(store, position, target);
    position = await add(client, store, page);
    if (!store.isGapless() && page.length < PAGE) return;
  }
}

const add = (client: Client, store: EventStore, page: readonly RecordedEvent[]): Promise<bigint> =>
  transaction(client, () => applyWithin(client, page, { schema: BESIDE, gapless: store.isGapless() }));

/** The next page, not empty. Never beyond the live tables, which are what the new ones are compared with. */
async function readUpTo(store: EventStore, position: bigint, target: bigint): Promise<readonly RecordedEvent[]> {
  const page = await store.readAll(position, PAGE);
  if (page.length === 0) throw new Error(`the read models are at ${target}, the log ends at ${position}`);
  return page.filter((event) => event.position <= target);
}

/**
 * Under the locks of who migrates and who projects: reads the last events, and changes the schemas' names in one transaction. Tables are not locked, so no reader
 * waits and none can deadlock: a question that had begun is answered from the former tables, which are at the same position. `other` is left in a transaction
 * that sees both sets as they were at the swap.
 */
async function swap(client: Client, other: Client, { store }: RebuildSettings): Promise<bigint> {
  await client.query(`SELECT pg_advisory_lock(${MIGRATING})`);
  await client.query(`SELECT pg_advisory_lock(${LOCKS.writing})`);
  try {
    await mustBeAlike(client);
    const target = await checkpointOf(client, SCHEMA);
    for (let position = await checkpointOf(client, BESIDE); position < target; ) position = await add(client, store, await readUpTo(store, position, target));
    await other.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await other.query(`SELECT FROM ${SCHEMA}.checkpoint, ${BESIDE}.checkpoint AS made`);
    await transaction(client, async () => {
      await client.query(`ALTER SCHEMA ${SCHEMA} RENAME TO ${FORMER}`);
      await client.query(`ALTER SCHEMA ${BESIDE} RENAME TO ${SCHEMA}`);
    });
    return target;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCKS.writing}), pg_advisory_unlock(${MIGRATING})`).catch(() => undefined);
  }
}
