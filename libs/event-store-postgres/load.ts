import type { ClientBase } from 'pg';
import type { RecordedEvent } from '../event-store/index.js';
import { placeOf } from './places.js';
import { writtenType } from './words.js';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Keeps everybody else from appending until the caller's transaction ends. As the owner. Rejects where the log has an event. */
export async function lockEmptyLog(client: ClientBase): Promise<void> {
  await client.query('LOCK TABLE ledger.event IN EXCLUSIVE MODE');
  const { rows } = await client.query('SELECT FROM ledger.event LIMIT 1');
  if (rows.length > 0) throw new Error('somebody appended to the log meanwhile: end what runs on this database');
}

/** Puts recorded events where they were: positions, revisions, ids and bytes as they are. As the owner, in the caller's transaction: never beside an appender. */
export async function loadEvents(client: ClientBase, events: readonly RecordedEvent[]): Promise<void> {
  await client.query({
    name: 'load-events',
    text: `INSERT INTO ledger.event (position, id, place, type, metadata, data)
      SELECT p, i, decode(k, 'hex'), t, decode(m, 'base64'), decode(d, 'base64')
      FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS e (p, i, k, t, m, d)`,
    values: [
      events.map(({ position }) => String(position)),
      events.map(({ id }) => id),
      events.map(placeOf),
      events.map(({ type }) => writtenType(type)),
      events.map(({ metadata }) => base64(metadata)),
      events.map(({ data }) => base64(data)),
    ],
  });
}

/** How many streams have not all revisions from 0 to their last. */
export async function streamsWithGaps(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ broken: string }>('SELECT count(*) AS broken FROM (SELECT FROM ledger.event GROUP BY ledger.key_of(place) HAVING count(*) - 1 <> max(ledger.revision_of(place))) AS s');
  return Number(rows[0]?.broken);
}
