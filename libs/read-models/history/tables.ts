import type { ClientBase } from 'pg';
import { SCHEMA } from '../entities.js';
import { PROJECTIONS } from '../projections/index.js';
import { TABLES } from '../table-hash.js';
import type { Table } from '../table.js';

const written = new Set(PROJECTIONS.filter(({ writeOnce }) => writeOnce).map(({ table }) => table.name));

/** Tables whose row is one event's and stays: as of a position, they are the rows up to it. */
export const LASTING: readonly Table[] = TABLES.filter(({ name, key }) => written.has(name) && key.name === 'position');

/** Tables whose rows change or go: narrow ones, without a copy of any event. */
export const CHANGING: readonly Table[] = TABLES.filter((table) => !LASTING.includes(table));

/** Where the tables are folded for a replay: in its own session, with which they end. */
export const THEN = 'pg_temp';

/** Empty tables as the live ones are, with their keys, in place of those of this session. */
export async function makeEmpty(client: ClientBase): Promise<void> {
  for (const { name, key } of TABLES) {
    await client.query(`DROP TABLE IF EXISTS ${THEN}."${name}"`);
    await client.query(`CREATE TEMPORARY TABLE "${name}" (LIKE ${SCHEMA}."${name}")`);
    await client.query(`ALTER TABLE ${THEN}."${name}" ADD PRIMARY KEY ("${key.name}")`);
  }
}

/** Removes a schema of ours, if it is there. */
export const dropSchema = async (client: ClientBase, schema: string): Promise<void> => {
  await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
};
