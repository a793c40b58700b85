import { type Event, isExpectedVersionConflictError } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore, type PostgresEventStore } from '@event-driven-io/emmett-postgresql';
import { Pool } from 'pg';
import { type Cluster, withClient } from '../../../libs/embedded-postgres/index.js';
import { makeDatabase, urlOf, versionOf } from './database.js';
import { EVENT_TYPE, type Payload } from './payload.js';
import { eachByItself, type LedgerPeer, type PeerAnswer, type PeerAppend, type PeerFold, type PeerKind } from './peer.js';

/** An event as emmett takes it. */
export type EmmettEvent = Event<typeof EVENT_TYPE, Payload & Record<string, unknown>>;

// Its reader orders by these two; an index arrives in the version after this one.
const MISSING_INDEX = 'create index emt_messages_by_transaction on emt_messages (transaction_id, global_position)';

const base = {
  version: versionOf('@event-driven-io/emmett-postgresql'),
  pools: [10, 20, 40] as const,
  events: 'select stream_id as stream, stream_position - 1 as version from emt_messages',
  tables: `select oid::regclass as name from pg_class where relkind = 'r' and relname ~ '^emt_(streams|messages)'`,
  open: (cluster: Cluster, database: string, pool: number): Promise<EmmettPeer> => openEmmett(cluster, database, pool),
};

/** emmett-postgresql as shipped; its schema is made up front. */
export const emmett: PeerKind & { open: typeof openEmmett } = { name: 'emmett', ...base, make: makeEmmett };

/** The same, with the index that its reader of all events misses. What consumers may set besides (batch size, polling) is `HELPED_CONSUMER`. */
export const emmettHelped: PeerKind & { open: typeof openEmmett } = {
  name: 'emmett, helped',
  ...base,
  async make(cluster, database) {
    await makeEmmett(cluster, database);
    await withClient(cluster.superuser(database), (client) => client.query(MISSING_INDEX));
  },
};

/** A consumer's settings at their best known: whole pages, and the least pause that it takes between them. */
export const HELPED_CONSUMER = { pulling: { batchSize: 1_000, pullingFrequencyInMs: 1 } } as const;

async function makeEmmett(cluster: Cluster, database: string): Promise<void> {
  const connection = await makeDatabase(cluster, database);
  const store = getPostgreSQLEventStore(urlOf(connection));
  try {
    await store.schema.migrate();
  } finally {
    await store.close();
  }
}

/** Opens the store on a pool of this size. */
export async function openEmmett(cluster: Cluster, database: string, pool: number): Promise<EmmettPeer> {
  const connection = cluster.superuser(database);
  return new EmmettPeer(new Pool({ ...connection, max: pool }).on('error', () => undefined), urlOf(connection));
}

/** An open emmett store; `store` for what only it has: consumers, projections. */
export class EmmettPeer implements LedgerPeer {
  readonly store: PostgresEventStore;

  constructor(
    private readonly pool: Pool,
    url: string,
  ) {
    this.store = getPostgreSQLEventStore(url, { schema: { autoMigration: 'None' }, connectionOptions: { pool } });
  }

  async append({ stream, expected, payloads }: PeerAppend): Promise<PeerAnswer> {
    const events = payloads.map((payload): EmmettEvent => ({ type: EVENT_TYPE, data: { ...payload } }));
    try {
      await this.store.appendToStream<EmmettEvent>(stream, events, { expectedStreamVersion: BigInt(expected) });
      return 'appended';
    } catch (error) {
      if (isExpectedVersionConflictError(error)) return 'conflict';
      throw error;
    }
  }

  appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> {
    return eachByItself(this, appends);
  }

  async aggregate<State>(stream: string, { begin, evolve, until }: PeerFold<State>): Promise<State> {
    const { state } = await this.store.aggregateStream<State, EmmettEvent>(stream, { initialState: () => begin, evolve: (state: State, { data }: EmmettEvent) => (data.at <= until ? evolve(state, data) : state) });
    return state;
  }

  async length(stream: string, known: number): Promise<number> {
    const { events } = await this.store.readStream<EmmettEvent>(stream, { from: BigInt(known) });
    return Number(events.at(-1)?.metadata.streamPosition ?? known);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.pool.end();
  }
}
