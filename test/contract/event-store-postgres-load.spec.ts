import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { loadEvents, lockEmptyLog, PostgresEventStore, streamsWithGaps } from '../../libs/event-store-postgres/index.js';
import { LOG } from '../../libs/event-store-postgres/log.fixture.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, freshStream } from './event-store/facts.js';

let database: FreshDatabase;
let store: PostgresEventStore;
beforeEach(async () => {
  database = await freshDatabase();
  store = new PostgresEventStore({ connection: database.api });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

it('Events that are loaded stand where they were, byte by byte, by a statement that is made ready once, and the log goes on behind them', async () => {
  const [citizen] = LOG as readonly [(typeof LOG)[number]];
  const far = { ...citizen, revision: 2n ** 62n, position: 2n ** 62n, type: 'Z'.repeat(100), data: Buffer.from('(bytes)').subarray(1, -1), metadata: Buffer.from('<{}>').subarray(1, -1) };
  const prepared = await withClient(database.owner, async (client) => {
    for (const events of [LOG, [far]]) await loadEvents(client, events);
    return (await client.query('select name from pg_prepared_statements')).rows;
  });
  expect(prepared).toEqual([{ name: 'load-events' }]);
  expect(await store.readAll(0n, 10)).toEqual([...LOG, far]);
  expect(await store.append(append(citizen.stream, { at: 2n ** 62n }, fact()))).toMatchObject({ kind: 'appended', position: 2n ** 62n + 1n });
});

it('Whoever loads keeps everybody from appending to an empty log until the transaction ends', async () => {
  const asked = append(freshStream(), 'no-stream', fact());
  const verdict = await withClient(database.owner, async (client) => {
    await client.query('begin');
    await lockEmptyLog(client);
    const first = new PostgresEventStore({ connection: database.api, deadlines: { lock: 50 } });
    const told = await first.append(asked);
    await first.close();
    await client.query('commit');
    return told;
  });
  expect(verdict).toEqual({ kind: 'unavailable' });
  expect(await store.append(asked)).toMatchObject({ kind: 'appended', position: 1n });
  await expect(withClient(database.owner, async (client) => {
    await client.query('begin');
    await lockEmptyLog(client);
  })).rejects.toThrow('somebody appended to the log meanwhile: end what runs on this database');
});

it('Streams with a hole are counted, each once, also where the hole is at their beginning', async () => {
  const gaps = (): Promise<number> => withClient(database.owner, streamsWithGaps);
  expect(await gaps()).toBe(0);
  let position = 0n;
  const load = async (...revisions: readonly bigint[]): Promise<void> => {
    const stream = freshStream();
    const events = revisions.map((revision) => ({ ...fact(), stream, revision, position: (position += 1n) }));
    await withClient(database.owner, (client) => loadEvents(client, events));
  };
  await load(0n, 1n, 2n);
  await load(0n);
  expect(await gaps()).toBe(0);
  await load(0n, 2n, 4n);
  await load(1n);
  expect(await gaps()).toBe(2);
});
