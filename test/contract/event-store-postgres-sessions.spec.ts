import { expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { freshDatabase } from '../kit/postgres.js';
import { freshStream } from './event-store/facts.js';

it('One session reads, also for two who ask at once; a second is opened for more than that', async () => {
  const database = await freshDatabase();
  const sessions = (): Promise<number | null> =>
    withClient(database.superuser, async (client) => (await client.query(`select from pg_stat_activity where datname = current_database() and application_name = 'xinma read'`)).rowCount);
  const store = new PostgresEventStore({ connection: database.api });
  try {
    await Promise.all([store.head(), store.read({ stream: freshStream() })]);
    await store.head();
    expect(await sessions()).toBe(1);
    await Promise.all(Array.from({ length: 20 }, () => store.head()));
    expect(await sessions()).toBe(2);
  } finally {
    await store.close();
    await database.drop();
  }
});
