import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { EventStore } from '../../event-store/index.js';
import type { TableHash } from '../table-hash.js';
import { FOLD_VERSION } from './fold-version.js';
import { CHANGING, dropSchema, THEN } from './tables.js';

/** Read models at a position: the rows of the changing tables are kept, of every table the hash. */
export interface Snapshot {
  readonly position: bigint;
  /** Id of the event there: of which log it is. */
  readonly last: string;
  readonly tables: readonly TableHash[];
}

/** The most that are kept: older ones are thinned out, so that what lies between two grows with the log. */
const MAX_SNAPSHOTS = 12;

/** Where the rows of a snapshot are. */
export const schemaOf = (position: bigint): string => `read_model_at_${position}`;

interface SnapshotRow {
  readonly position: string;
  readonly version: string;
  readonly last: string;
  readonly tables: readonly TableHash[];
  readonly hash: Buffer;
}

/** The snapshots of this log and this fold, oldest first; whatever else is kept is removed. */
export async function usableSnapshots(client: ClientBase, store: EventStore): Promise<readonly Snapshot[]> {
  const { rows } = await client.query<SnapshotRow>('SELECT "position", version, last, tables, hash FROM history.snapshot ORDER BY "position"');
  const anchors = new Map((await store.readAt(rows.map(({ position }) => BigInt(position)))).map(({ position, id }) => [String(position), id]));
  const usable = rows.filter((row) => row.version === FOLD_VERSION && row.hash.equals(hashOf(row)) && anchors.get(row.position) === row.last);
  for (const row of rows) if (!usable.includes(row)) await forget(client, BigInt(row.position));
  return usable.map(({ position, last, tables }) => ({ position: BigInt(position), last, tables }));
}

/** Keeps what stands in the replay's tables, inside the caller's transaction. */
export async function keep(client: ClientBase, { position, last, tables }: Snapshot): Promise<void> {
  await forget(client, position);
  await client.query(`CREATE SCHEMA ${schemaOf(position)}`);
  for (const { name } of CHANGING) await client.query(`CREATE UNLOGGED TABLE ${schemaOf(position)}."${name}" AS TABLE ${THEN}."${name}"`);
  const row = { position: String(position), version: FOLD_VERSION, last, tables };
  await client.query('INSERT INTO history.snapshot ("position", version, last, tables, hash) VALUES ($1, $2, $3, $4, $5)', [row.position, row.version, last, JSON.stringify(tables), hashOf(row)]);
}

/** Removes a snapshot. */
export async function forget(client: ClientBase, position: bigint): Promise<void> {
  await client.query('DELETE FROM history.snapshot WHERE "position" = $1', [position.toString()]);
  await dropSchema(client, schemaOf(position));
}

/** Removes what is too much: each time the one whose neighbours are closest together, never the newest. */
export async function thinOut(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ position: string }>('SELECT "position" FROM history.snapshot ORDER BY "position"');
  const positions = rows.map(({ position }) => BigInt(position));
  while (positions.length > MAX_SNAPSHOTS) {
    const spans = positions.slice(0, -1).map((_, index) => Number((positions[index + 1] ?? 0n) - (positions[index - 1] ?? 0n)));
    const [position] = positions.splice(spans.indexOf(Math.min(...spans)), 1);
    if (position !== undefined) await forget(client, position);
  }
}

/** Over everything else in the row; `tables` as they are, not as the database writes JSON. */
function hashOf({ position, version, last, tables }: Omit<SnapshotRow, 'hash'>): Buffer {
  const each = tables.map(({ table, rows, hash }) => [table, rows, hash]);
  return createHash('sha256').update(JSON.stringify([position, version, last, each])).digest();
}
