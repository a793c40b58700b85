import type { KurrentConfiguration } from '../../../libs/configuration/index.js';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import type { EventStore } from '../../../libs/event-store/index.js';

/** Where the log may be: in a KurrentDB, where one is configured; else in the database that this connection is to. */
export interface LogPlace {
  readonly kurrentdb: KurrentConfiguration | undefined;
  readonly connection: Connection;
}

/** Opens the log, asking nothing yet. What a cluster takes is loaded by who has one. */
export async function openLog({ kurrentdb, connection }: LogPlace): Promise<EventStore> {
  if (kurrentdb === undefined) return new PostgresEventStore({ connection });
  const { KurrentEventStore } = await import('../../../libs/event-store-kurrentdb/index.js');
  return new KurrentEventStore({ place: kurrentdb });
}
