import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { freshDatabase } from '../kit/postgres.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('The store in Postgres', async () => {
  const database = await freshDatabase();
  const store = new PostgresEventStore({ connection: database.api });
  return {
    store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
});
