import { withClient } from '../../libs/embedded-postgres/index.js';
import { loadEvents, PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { freshDatabase } from '../kit/postgres.js';
import { farContract } from './event-store/far.js';
import { openPostgres } from './event-store/postgres.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('The store in Postgres', async () => {
  const database = await freshDatabase();
  return openPostgres(database.api, () => database.drop());
});

farContract('The store in Postgres', async (beginning) => {
  const database = await freshDatabase();
  await withClient(database.owner, (client) => loadEvents(client, beginning));
  const store = new PostgresEventStore({ connection: database.api });
  return {
    store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
});
