import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import type { Append, EventStore, StreamName } from '../../libs/event-store/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, facts, freshStream } from './event-store/facts.js';
import { fill } from './event-store/fill.js';
import { eventually } from '../kit/eventually.js';
import { followUntil } from './event-store/following.js';

/** The log that must not be gone through: 2,000 streams of ten events, of which this is one. */
const STREAM: StreamName = `test-${'0'.repeat(31)}7`;

/** Appends of one event to new streams, and their events. */
const fresh = (count: number): readonly Append[] => Array.from({ length: count }, () => append(freshStream(), 'no-stream', fact()));

describe('With plans made when the log was empty, nothing goes through a log of 20,000 events:', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const asOwner = async (...texts: readonly string[]): Promise<void> =>
    withClient(database.owner, async (client) => {
      for (const text of texts) await client.query(text);
    });

  /** Entries of indexes and rows of the table that were read. A session tells what it read when it ends, at the latest. */
  const read = async (): Promise<number> =>
    withClient(database.superuser, async (client) => {
      await eventually(async () => (await client.query(`select from pg_stat_activity where datname = current_database() and application_name like 'xinma %'`)).rowCount, (sessions) => sessions === 0);
      const { rows } = await client.query<{ read: string }>(
        `select (t.seq_tup_read + (select sum(i.idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid))::text as read from pg_stat_user_tables t where t.relid = 'ledger.event'::regclass`,
      );
      return Number(rows[0]?.read);
    });

  it.each<readonly [string, number, (store: EventStore, stream: StreamName) => Promise<unknown>]>([
    ['one append', 20, (store, stream) => store.append(append(stream, { at: 9n }, fact()))],
    ['many appends, in parts', 3_000, (store) => store.appendAll(fresh(1_000))],
    ['an append of any expectation', 20, (store, stream) => store.append(append(stream, 'any', fact()))],
    ['an append that lost', 50, (store, stream) => store.append(append(stream, 'no-stream', fact()))],
    ['many of which one lost', 3_500, (store, stream) => store.appendAll([...fresh(500), append(stream, { at: 3n }, fact())])],
    ['an append again', 50, async (store) => {
      const again = append(freshStream(), 'no-stream', ...facts(5));
      await store.append(again);
      expect(await store.append(again)).toMatchObject({ repeated: true });
    }],
    ['a stream', 20, (store, stream) => store.read({ stream })],
    ['the end of a stream', 10, (store, stream) => store.read({ stream, direction: 'backward', limit: 1 })],
    ['the middle of a stream', 20, (store, stream) => store.read({ stream, from: 3n, limit: 2 })],
    ['many streams', 100, (store, stream) => store.readMany([...Array.from({ length: 50 }, () => ({ stream: freshStream() })), { stream }])],
    ['the end of the log', 5, (store) => store.head()],
    ['some places', 10, (store) => store.readAt([5n, 10_000n])],
    ['a page', 30, (store) => store.readAll(10_000n, 10)],
    ['the pages that follow', 300, async (store) => {
      const head = await store.head();
      if (head > 0n) await followUntil(store, head - 100n, 100);
    }],
  ])('%s reads at most %d entries', async (_, most, ask) => {
    await asOwner('truncate ledger.event', 'analyze ledger.event');
    const store = new PostgresEventStore({ connection: database.api });
    await ask(store, freshStream()).catch(() => undefined);
    // Nothing but rows: whatever changes the table or its statistics would have plans made anew.
    await asOwner(fill(20_000));
    await withClient(database.superuser, (client) => client.query('select pg_stat_reset()'));
    await ask(store, STREAM);
    await store.close();
    const entries = await read();
    expect(entries).toBeGreaterThan(0);
    expect(entries).toBeLessThanOrEqual(most);
  }, 60_000);
});
