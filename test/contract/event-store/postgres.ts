import { Client } from 'pg';
import { type ConnectionSettings, PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import * as sql from '../../../libs/event-store-postgres/sql.js';
import type { Opened } from './opened.js';

/** The store in Postgres for the contract: those beside it have sessions, queues and memories of their own, as other processes have. */
export function openPostgres(connection: ConnectionSettings, drop: () => Promise<void> = async () => undefined): Opened {
  const stores = [new PostgresEventStore({ connection })];
  const [store] = stores as [PostgresEventStore];
  return {
    store,
    beside: () => {
      const other = new PostgresEventStore({ connection });
      stores.push(other);
      return other;
    },
    commitsLate: async ({ stream, events }) => {
      const client = new Client(connection);
      await client.connect();
      await client.query(sql.BEGIN);
      await client.query(sql.append(events.map((event, index) => ({ ...event, stream, revision: BigInt(index), position: 0n })), []));
      return async () => {
        await client.query(sql.COMMIT);
        await client.end();
      };
    },
    close: async () => {
      await Promise.all(stores.map((each) => each.close()));
      await drop();
    },
  };
}
