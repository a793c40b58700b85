import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { MAX_EVENT_BYTES, MAX_REVISION, type RecordedEvent, StoreUnavailable } from '../../libs/event-store/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { readThrough } from '../../libs/event-store-postgres/read-through.js';
import { eventually } from '../kit/eventually.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, facts, freshStream, idsOf } from './event-store/facts.js';
import { fill } from './event-store/fill.js';
import { wireTo } from './event-store/wire.js';

/** Longer than a busy machine takes to answer. */
const PATIENT = 10_000;

describe('Reading through the log in Postgres', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    store = new PostgresEventStore({ connection: database.api });
  });
  afterEach(() => store.close());

  const begin = async () => {
    const events = facts(20_000);
    for (let from = 0; from < events.length; from += 5_000) await store.append(append(freshStream(), 'no-stream', ...events.slice(from, from + 5_000)));
    const head = await store.head();
    const pages = store.readThrough(head - 20_000n, head)[Symbol.asyncIterator]();
    expect(idsOf((await pages.next()).value ?? [])[0]).toEqual(events[0]?.id);
    return pages;
  };
  const rest = async (pages: AsyncIterator<unknown>): Promise<void> => {
    while ((await pages.next()).done !== true);
  };
  const sessions = () =>
    withClient(database.superuser, async (client) => {
      const { rows } = await client.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'xinma read through' AND datname = current_database()`);
      return rows.map(({ pid }) => pid);
    });

  /** The log past the store, with a signal of its own. */
  const through = (upTo: bigint, { host = database.api.host, milliseconds = PATIENT, closing = new AbortController().signal } = {}) => readThrough({ ...database.api, host }, { after: 0n, upTo, milliseconds, closing });
  const positions = async (pages: AsyncIterable<readonly RecordedEvent[]>): Promise<readonly bigint[]> => {
    const seen: bigint[] = [];
    for await (const page of pages) {
      expect(page).not.toHaveLength(0);
      seen.push(...page.map(({ position }) => position));
    }
    return seen;
  };
  const nobodyReads = () => eventually(sessions, (pids) => pids.length === 0);

  it('gives what is after one place and not after another, or all that there is, in pages that hold something; and leaves nothing behind', async () => {
    await store.append(append(freshStream(), 'no-stream', ...facts(3)));
    await store.append(append(freshStream(), 'no-stream', fact(new Uint8Array(MAX_EVENT_BYTES - 4))));
    const { signal } = new AbortController();
    for (const [upTo, last] of [[0n, 0], [1n, 1], [3n, 3], [4n, 4], [99n, 4], [MAX_REVISION, 4], [2n ** 64n, 4]] as const) {
      expect(await positions(through(upTo, { closing: signal }))).toEqual([1n, 2n, 3n, 4n].slice(0, last));
    }
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await nobodyReads();
  });

  it('waits for a slow reader as long as it likes', async () => {
    // More than is on its way at once.
    await store.append(append(freshStream(), 'no-stream', ...Array.from({ length: 12 }, () => fact(new Uint8Array(MAX_EVENT_BYTES - 4)))));
    const head = await store.head();
    const slowly = through(head, { milliseconds: 1_500 });
    const first = (await slowly.next()).value ?? [];
    await sleep(1_700);
    expect([...first.map(({ position }) => position), ...(await positions(slowly))]).toEqual(Array.from({ length: Number(head) }, (_, index) => BigInt(index + 1)));
  });

  it('fails as unavailable where the server says nothing for too long, with the reason', async () => {
    const wire = await wireTo(database.api.host, database.api.port);
    wire.silence();
    const error: unknown = await through(1n, { host: wire.host, milliseconds: 50 }).next().catch((cause: unknown) => cause);
    expect(error).toMatchObject({ name: 'StoreUnavailable', cause: { message: expect.stringContaining('terminated') } });
    await wire.close();
  });

  it('fails as unavailable where its store is closed already, and asks nobody', async () => {
    await expect(through(1n, { closing: AbortSignal.abort() }).next()).rejects.toBeInstanceOf(StoreUnavailable);
    await nobodyReads();
  });

  it('goes on after a hundred thousand, which is what one statement gives', async () => {
    const before = await store.head();
    await withClient(database.owner, (client) => client.query(fill(200_001)));
    let seen = before;
    for await (const page of store.readThrough(before, before + 200_001n)) for (const { position } of page) {
      if (position !== seen + 1n) throw new Error(`${position} came after ${seen}`);
      seen = position;
    }
    expect(seen).toBe(before + 200_001n);
  }, 60_000);

  it('fails as unavailable where the session is lost, and leaves none behind', async () => {
    const pages = await begin();
    await withClient(database.superuser, async (client) => {
      for (const pid of await sessions()) await client.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    await expect(rest(pages)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('ends with its store', async () => {
    const pages = await begin();
    await store.close();
    await expect(rest(pages)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('fails as unavailable where nobody answers', async () => {
    const nowhere = new PostgresEventStore({ connection: { ...database.api, port: 1, host: '127.0.0.1' } });
    await expect(rest(nowhere.readThrough(0n, 1n)[Symbol.asyncIterator]())).rejects.toBeInstanceOf(StoreUnavailable);
    await nowhere.close();
  });
});
