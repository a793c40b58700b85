import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { TABLES } from '../../../../libs/read-models/table-hash.js';
import type { Fault } from './fault.js';
import { head, headOf, stranger } from './open-transactions.js';

const MINUTE = 60_000;

/** Somebody else's session, as the server sees it. */
const isIdleIn = async (watching: Client, pid: number): Promise<number> => {
  const { rows } = await watching.query<{ since: string }>("SELECT extract(epoch FROM now() - state_change) * 1000 AS since FROM pg_stat_activity WHERE pid = $1 AND state = 'idle in transaction'", [pid]);
  return Number(rows[0]?.since ?? 0);
};

const pidOf = async (client: Client): Promise<number> => Number((await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid);

/** Somebody has read every table in a transaction, and leaves it open: an old snapshot, from which nothing may be cleaned up, and a lock on each table. */
const idleSession = (lasts: number): Fault => ({
  name: `a session sits in a transaction for ${lasts / MINUTE} min in which it has read every table`,
  at: 'beside',
  weight: 1,
  strike: ({ stage: { database } }) =>
    database.with(async (idler) => {
      await idler.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      for (const { name } of TABLES) await idler.query(`SELECT FROM read_model."${name}" LIMIT 1`);
      const [old, pid] = [await headOf(idler), await pidOf(idler)];
      await sleep(lasts);
      const [sat, after, still] = [await database.with((client) => isIdleIn(client, pid)), await head(database), await headOf(idler)];
      await idler.query('COMMIT');
      return { bit: sat >= lasts - 1_000 && after > old && still === old, seen: `idle for ${(sat / 1_000).toFixed(0)} s, in which ${after - old} events were committed; it saw ${still - old} of them` };
    }),
});

/** Somebody writes and keeps the transaction open while everybody else commits: one is rolled back, one commits without what it wrote. */
const openWriters = (lasts: number): Fault => ({
  name: `writers keep a transaction open for ${lasts / MINUTE} min while others commit, one rolls back`,
  at: 'beside',
  weight: 1,
  strike: ({ stage: { database } }) =>
    database.with((one) =>
      database.with(async (other) => {
        await one.query('BEGIN');
        await one.query(stranger(2));
        await other.query('BEGIN');
        await other.query('SAVEPOINT before');
        await other.query(stranger(3));
        const before = await head(database);
        await sleep(lasts);
        const after = await head(database);
        await one.query('ROLLBACK');
        await other.query('ROLLBACK TO SAVEPOINT before');
        await other.query('COMMIT');
        return { bit: after > before, seen: `${after - before} events were committed in ${lasts / 1_000} s` };
      }),
    ),
});

/** What is left open for minutes: nothing that ends the server goes on meanwhile. */
export const leftOpen = (minutes: { readonly idle: number; readonly writing: number }): readonly Fault[] => [idleSession(minutes.idle * MINUTE), openWriters(minutes.writing * MINUTE)];
