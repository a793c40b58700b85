import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { StoreUnavailable } from '../../libs/event-store/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { Tuples } from '../../libs/event-store-postgres/tuples.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, facts, freshStream, idsOf } from './event-store/facts.js';
import { fill } from './event-store/fill.js';

/** One event as `COPY` writes it. */
function tuple(position: bigint, data: string): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(position);
  const fields = [place, Buffer.alloc(16, 0xab), ...['\0\x06test-1\x01', 'SomethingHappened', data, ''].map((text) => Buffer.from(text))];
  const sized = fields.flatMap((field) => [Buffer.of(0, 0, field.length >> 8, field.length & 255), field]);
  return Buffer.concat([Buffer.of(0, 6), ...sized]);
}

const COPIED = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8), ...[1n, 2n, 3n].map((position) => tuple(position, 'x'.repeat(Number(position) * 100))), Buffer.of(255, 255)]);

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

  it.each([1, 7, 18, 19, 20, 64, 1_000])('puts events together that came in pieces of %d bytes', (size) => {
    const tuples = new Tuples();
    const events = Array.from({ length: Math.ceil(COPIED.length / size) }, (_, index) => tuples.add(COPIED.subarray(index * size, (index + 1) * size))).flat();
    expect(events.map(({ position, data }) => [position, data.length])).toEqual([[1n, 100], [2n, 200], [3n, 300]]);
    expect(events[0]).toMatchObject({ id: 'abababab-abab-abab-abab-abababababab', stream: 'test-1', type: 'SomethingHappened', revision: 1n });
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
