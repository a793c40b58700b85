import type { ClientBase } from 'pg';
import { arrayOf } from './arrays.js';
import type { Row, Table } from './table.js';

/** A table of one schema, on one connection. */
export interface Place {
  readonly client: ClientBase;
  readonly schema: string;
  readonly table: Table;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** The table's name in SQL. */
export const nameOf = ({ schema, table }: Omit<Place, 'client'>): string => `${quoted(schema)}.${quoted(table.name)}`;

/** The rows that stand under these keys, by key. */
export async function load({ client, schema, table }: Place, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const columns = table.columns.map(({ name, property }) => `${quoted(name)} AS ${quoted(property)}`).join(', ');
  const text = `SELECT ${columns} FROM ${nameOf({ schema, table })} WHERE ${quoted(table.key.name)} = ANY ($1::${table.key.type}[])`;
  const { rows } = await client.query<Row>({ name: `load ${schema}.${table.name}`, text, values: [keysOf(table, keys)] });
  return new Map(rows.map((row) => [String(row[table.key.property]), row]));
}

/** Sends one statement that changes rows. */
export type Write = () => Promise<void>;

/** Makes the rows under `keys` what `rows` says: one statement for those that stand, one for those that go. */
export function rewrite(place: Place, keys: readonly string[], rows: ReadonlyMap<string, Row>): readonly Write[] {
  const standing = keys.map((key) => rows.get(key)).filter((row) => row !== undefined);
  const gone = keys.filter((key) => !rows.has(key));
  return [...(standing.length > 0 ? [() => put(place, standing)] : []), ...(gone.length > 0 ? [() => remove(place, gone)] : [])];
}

// Statements are prepared once a session. Where a rebuild puts other tables under the names in them, the server makes its plans anew.
async function remove({ client, schema, table }: Place, keys: readonly string[]): Promise<void> {
  const text = `DELETE FROM ${nameOf({ schema, table })} WHERE ${quoted(table.key.name)} = ANY ($1::${table.key.type}[])`;
  await client.query({ name: `remove ${schema}.${table.name}`, text, values: [keysOf(table, keys)] });
}

/** Adds rows whose keys no row has: nobody looks whether one stands there. */
export async function add(place: Place, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await place.client.query({ name: `add ${place.schema}.${place.table.name}`, text: insertInto(place), values: valuesOf(place.table, rows) });
}

async function put(place: Place, rows: readonly Row[]): Promise<void> {
  const { client, schema, table } = place;
  await client.query({ name: `put ${schema}.${table.name}`, text: `${insertInto(place)} ${onConflict(table)}`, values: valuesOf(table, rows) });
}

function insertInto({ schema, table }: Place): string {
  const names = table.columns.map(({ name }) => quoted(name));
  const arrays = table.columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
  return `INSERT INTO ${nameOf({ schema, table })} (${names.join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`;
}

const valuesOf = ({ columns }: Table, rows: readonly Row[]): Buffer[] => columns.map(({ property, type }) => arrayOf(type, rows.map((row) => row[property] ?? null)));

function onConflict({ key, columns }: Table): string {
  const updates = columns.map(({ name }) => `${quoted(name)} = EXCLUDED.${quoted(name)}`);
  return `ON CONFLICT (${quoted(key.name)}) DO UPDATE SET ${updates.join(', ')}`;
}

const keysOf = ({ key: { type } }: Table, keys: readonly string[]): Buffer => arrayOf(type, keys);

/** Up to where a schema's tables are; 0 before the first event. */
export async function checkpointOf(client: ClientBase, schema: string): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>({ name: `checkpoint ${schema}`, text: `SELECT "position" FROM ${quoted(schema)}.checkpoint` });
  return BigInt(rows[0]?.position ?? 0);
}

/** Says that the schema's tables are up to `position`. */
export async function saveCheckpoint(client: ClientBase, schema: string, position: bigint): Promise<void> {
  const text = `INSERT INTO ${quoted(schema)}.checkpoint (name, "position") VALUES ('read-models', $1) ON CONFLICT (name) DO UPDATE SET "position" = EXCLUDED."position"`;
  await client.query({ name: `reached ${schema}`, text, values: [position.toString()] });
}
