import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { freshDatabase } from '../kit/postgres.js';
import { outageContract } from './event-store/outages.js';
import { wireTo } from './event-store/wire.js';

const MILLISECONDS = 400;

outageContract('The store in Postgres', async () => {
  const database = await freshDatabase();
  const wire = await wireTo(database.api.host, database.api.port);
  const reached = (host: string, deadlines = {}): PostgresEventStore => new PostgresEventStore({ connection: { ...database.api, host }, deadlines });
  const stores = { store: reached(wire.host, { append: MILLISECONDS, read: MILLISECONDS }), healthy: reached(database.api.host), unreachable: reached('/nowhere') };
  return {
    ...stores,
    milliseconds: MILLISECONDS,
    loseNextAnswer: wire.loseNextAnswer,
    silence: wire.silence,
    heal: wire.heal,
    close: async () => {
      await Promise.all(Object.values(stores).map((store) => store.close()));
      await wire.close();
      await database.drop();
    },
  };
});
