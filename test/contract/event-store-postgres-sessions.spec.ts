import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { freshStream } from './event-store/facts.js';

describe('Sessions that read', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore({ connection: database.api });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const sessions = (): Promise<number | null> =>
    withClient(database.superuser, async (client) => (await client.query(`select from pg_stat_activity where datname = current_database() and application_name = 'xinma read'`)).rowCount);

  it('are one, also for two who ask at once; a second is opened for more than that', async () => {
    await Promise.all([store.head(), store.read({ stream: freshStream() })]);
    await store.head();
    expect(await sessions()).toBe(1);
    await Promise.all(Array.from({ length: 20 }, () => store.head()));
    expect(await sessions()).toBe(2);
  });
});
