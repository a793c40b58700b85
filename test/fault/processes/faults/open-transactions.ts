import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { LOCK } from '../../../../libs/event-store-postgres/sql.js';
import type { Database } from '../stage/database.js';
import type { Fault } from './fault.js';
import { becomes } from './upon.js';

/** In milliseconds, and how often. What lasts for minutes is in `left-open.ts`. */
const LASTS = { 1500: 8, 5000: 3 } as const;

export const headOf = (client: Client): Promise<number> => client.query<{ head: string }>('SELECT coalesce(max(position), 0) AS head FROM ledger.event').then(({ rows }) => Number(rows[0]?.head));
export const head = (database: Database): Promise<number> => database.with(headOf);

/** A row far behind the end of the log, as a writer would make it that numbers as it likes; each number is another row. */
export const stranger = (number: 1 | 2 | 3): string => `
  INSERT INTO ledger.event (position, id, place, type, metadata, data)
  SELECT position + ${number}000000000, gen_random_uuid(), place || '\\x0${number}', type, metadata, data FROM ledger.event ORDER BY position DESC LIMIT 1`;

/** Somebody has written and neither commits nor rolls back, another sits in a transaction with an old snapshot, while everybody else commits; what was written is rolled back. */
export const openTransactions: Fault = {
  name: 'transactions stay open while others commit, and are rolled back',
  at: 'ground',
  weight: 1.5,
  async strike({ stage: { database }, random }) {
    const lasts = Number(random.weighted(LASTS));
    return database.with((writer) =>
      database.with(async (idler) => {
        await writer.query('BEGIN');
        await writer.query(stranger(1));
        await idler.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
        const old = await headOf(idler);
        const before = await head(database);
        await sleep(lasts);
        await becomes(async () => (await head(database)) > before, 8_000);
        const [after, still] = [await head(database), await headOf(idler)];
        await writer.query('ROLLBACK');
        await idler.query('COMMIT');
        return { bit: after > before && still === old, seen: `${after - before} events were committed in ${lasts} ms, of which the one inside saw ${still - old}` };
      }),
    );
  },
};

const isWaitedFor = async (client: Client): Promise<boolean> => ((await client.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount ?? 0) > 0;

/** Somebody holds the log's lock, as a process does that froze between looking and writing: nobody can append until the server or somebody ends it. */
export const heldLock: Fault = {
  name: 'the lock of the log is held',
  at: 'ground',
  weight: 1.5,
  async strike({ stage: { database }, random }) {
    const lasts = 1_000 + random.around(2_000);
    return database.with(async (holder) => {
      await holder.query('BEGIN');
      await holder.query(LOCK.text);
      const before = await head(database);
      const isMissed = await database.with((client) => becomes(() => isWaitedFor(client), 8_000));
      await sleep(lasts);
      const after = await head(database);
      await holder.query(random.chance(0.5) ? 'COMMIT' : 'ROLLBACK');
      return { bit: after === before && isMissed, seen: `${after - before} events in ${lasts.toFixed(0)} ms, somebody ${isMissed ? 'waited' : 'did not wait'}` };
    });
  },
};
