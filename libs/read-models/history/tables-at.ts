import { Client, type ClientConfig } from 'pg';
import type { EventStore, RecordedEvent } from '../../event-store/index.js';
import { LOCKS } from '../locks.js';
import { applyWithin, PAGE, transaction } from '../page.js';
import { hashTables, type TableHash, TABLES } from '../table-hash.js';
import { LastingHashes } from './lasting-hashes.js';
import { forget, keep, schemaOf, type Snapshot, thinOut, usableSnapshots } from './snapshots.js';
import { CHANGING, makeEmpty, THEN } from './tables.js';

/** How far the fold is. */
export interface FoldProgress {
  readonly position: bigint;
  readonly target: bigint;
}

/** What a replay of the read models needs. */
export interface TablesAtSettings {
  readonly store: EventStore;
  /** As the owner of the read models. */
  readonly connection: ClientConfig;
  /** Up to which the log is folded; not beyond its end. */
  readonly position: bigint;
  /** False: from the first event, whatever is kept. */
  readonly snapshots: boolean;
  /** Positions between two snapshots that are left behind: a tenth of the way, and no fewer than 20,000, where it is not said. */
  readonly apart?: bigint;
  readonly progress?: (progress: FoldProgress) => void;
}

/** Every table as it stood at a position; `from` is the position of the snapshot that the fold began at, 0 for none. */
export interface TablesAt {
  readonly position: bigint;
  readonly from: bigint;
  readonly tables: readonly TableHash[];
}

/** Nothing that is made here has to outlive a crash; what is folded stays in memory as far as it fits. */
const SETTINGS = '-c synchronous_commit=off -c temp_buffers=64MB';

/** Snapshots nearer than this would cost more than they save. */
const APART = 20_000n;

/**
 * The read models at a position of the log, folded beside the live ones, which go on. Begins at the newest snapshot before it that is as its hashes say, and
 * leaves more behind. One at a time.
 */
export async function tablesAt(settings: TablesAtSettings): Promise<TablesAt> {
  const { connection } = settings;
  const client = new Client({ ...connection, application_name: 'xinma replay', options: `${connection.options ?? ''} ${SETTINGS}` });
  // A lost connection fails the statement at hand.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await claimTurn(client);
    const at = await begin(client, settings);
    const tables = (await fold(client, settings, at)) ?? (await transaction(client, () => hashes(client, at)));
    if (settings.snapshots) await thinOut(client);
    return { position: settings.position, from: at.from, tables };
  } finally {
    await client.end();
  }
}

interface Begun {
  readonly from: bigint;
  readonly lasting: LastingHashes;
}

async function claimTurn(client: Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(`SELECT pg_try_advisory_lock(${LOCKS.replaying}) AS mine`);
  if (rows[0]?.mine !== true) throw new Error('another replay of the read models is under way');
}

/** The tables as the newest good snapshot has them; as they are before the first event, where there is none. */
async function begin(client: Client, { store, position, snapshots }: TablesAtSettings): Promise<Begun> {
  const usable = snapshots ? await usableSnapshots(client, store) : [];
  for (const snapshot of usable.filter((each) => each.position <= position).toReversed()) {
    if (await transaction(client, () => restore(client, snapshot))) return { from: snapshot.position, lasting: new LastingHashes(snapshot.position, snapshot.tables) };
    await forget(client, snapshot.position);
  }
  await makeEmpty(client);
  return { from: 0n, lasting: new LastingHashes(0n, []) };
}

/** Puts a snapshot's rows back; false where they are not what they were. */
async function restore(client: Client, { position, tables }: Snapshot): Promise<boolean> {
  await makeEmpty(client);
  for (const { name } of CHANGING) {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [`${schemaOf(position)}."${name}"`]);
    if (rows[0]?.there !== true) return false;
    await client.query(`INSERT INTO ${THEN}."${name}" SELECT * FROM ${schemaOf(position)}."${name}"`);
  }
  const found = await hashTables(client, THEN, CHANGING);
  return found.every(({ table, rows, hash }) => tables.some((kept) => kept.table === table && kept.rows === rows && kept.hash === hash));
}

/** Folds the rest, leaving snapshots; the hashes where the fold ended with one. */
async function fold(client: Client, settings: TablesAtSettings, begun: Begun): Promise<readonly TableHash[] | undefined> {
  const { store, position: target } = settings;
  const apart = apartOf(settings);
  const isDue = dueBetween(settings, begun.from, apart);
  let kept: Snapshot | undefined;
  for await (const events of pages(store, { from: begun.from, target, limit: Math.min(PAGE, Number(apart)) })) {
    const last = events.at(-1);
    if (last === undefined) throw new Error(`the log ends before position ${target}`);
    await transaction(client, () => applyWithin(client, events, { schema: THEN, gapless: store.isGapless() }));
    kept = isDue(events) ? await transaction(client, () => keepAt(client, last, begun)) : undefined;
    settings.progress?.({ position: last.position, target });
  }
  return kept?.tables;
}

async function keepAt(client: Client, { position, id }: RecordedEvent, begun: Begun): Promise<Snapshot> {
  const snapshot = { position, last: id, tables: await hashes(client, begun) };
  await keep(client, snapshot);
  return snapshot;
}

const apartOf = ({ apart, position }: TablesAtSettings): bigint => apart ?? (position / 10n > APART ? position / 10n : APART);

/** Whether a page, asked about in order, ends where a snapshot is due: past each so many positions, and at the end where it is that far from the beginning. */
function dueBetween({ snapshots, position: target }: TablesAtSettings, from: bigint, apart: bigint): (events: readonly RecordedEvent[]) => boolean {
  const isFar = target - from >= apart;
  let before = from;
  return (events) => {
    const reached = events.at(-1)?.position ?? before;
    const due = reached / apart > before / apart || (isFar && reached === target);
    before = reached;
    return snapshots && due;
  };
}

/** The log between two positions; the next page is on its way while one is worked on. Ends with an empty page where the log ends before. */
async function* pages(store: EventStore, { from, target, limit }: { readonly from: bigint; readonly target: bigint; readonly limit: number }): AsyncGenerator<readonly RecordedEvent[]> {
  const read = async (after: bigint): Promise<readonly RecordedEvent[]> => (await store.readAll(after, limit)).filter(({ position }) => position <= target);
  let next = from < target ? read(from) : undefined;
  while (next !== undefined) {
    const events = await next;
    const reached = events.at(-1)?.position ?? target;
    next = reached < target ? read(reached) : undefined;
    // Where it fails, the error is met when it is waited for.
    next?.catch(() => undefined);
    yield events;
  }
}

/** Of every table, in their order. */
async function hashes(client: Client, { lasting }: Begun): Promise<readonly TableHash[]> {
  const changing = await hashTables(client, THEN, CHANGING);
  const all = [...changing, ...(await lasting.upToDate(client))];
  return TABLES.flatMap(({ name }) => all.filter(({ table }) => table === name));
}
