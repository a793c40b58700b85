import { eventAlreadyExistsErrorCode, GroupedEvent } from '@castore/core';
import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { makeDatabase, versionOf } from './database.js';
import { EVENT_TYPE, type Payload } from './payload.js';
import { eachByItself, folded, type LedgerPeer, type PeerAnswer, type PeerAppend, type PeerFold, type PeerKind } from './peer.js';

const PACKAGE = '@castore/event-storage-adapter-postgres';
const TABLE = 'event';
const CONTEXT = { eventStoreId: 'citizen' };

/** castore's Postgres adapter as shipped. It has no order over all streams. */
export const castore: PeerKind & { open(...at: Parameters<PeerKind['open']>): Promise<CastorePeer> } = {
  name: 'castore',
  version: versionOf(PACKAGE),
  // What its driver opens; the adapter passes no other number on.
  pools: [10],
  events: 'select aggregate_id::text as stream, version - 1 as version from event',
  tables: `select 'event'::regclass as name`,
  async make(cluster, database) {
    await bySocket(await makeDatabase(cluster, database), (connectionString) => PostgresEventStorageAdapter.createEventTable({ connectionString, tableName: TABLE }));
  },
  async open(cluster, database) {
    return new CastorePeer(bySocket(cluster.superuser(database), (connectionString) => new PostgresEventStorageAdapter({ connectionString, tableName: TABLE })));
  },
};

/** The adapter takes a URL, in which its driver knows no socket: that it finds in the environment, while it opens. */
function bySocket<T>({ host, user, password, database }: Connection, open: (connectionString: string) => T): T {
  const told = { PGHOST: host, PGUSERNAME: user, PGPASSWORD: password };
  const before = Object.keys(told).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, told);
  try {
    return open(`postgresql:///${database}`);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** castore, open; `adapter` for what only it has. */
class CastorePeer implements LedgerPeer {
  constructor(readonly adapter: PostgresEventStorageAdapter) {}

  async append({ stream, expected, payloads }: PeerAppend): Promise<PeerAnswer> {
    const aggregateId = idOf(stream);
    const events = payloads.map((payload, index) => ({ aggregateId, version: expected + index + 1, type: EVENT_TYPE, payload }));
    const [first, ...more] = events;
    if (first === undefined) return 'appended';
    const group = (event: typeof first) => new GroupedEvent({ event, context: CONTEXT, eventStorageAdapter: this.adapter });
    try {
      await (more.length === 0 ? this.adapter.pushEvent(first, CONTEXT) : this.adapter.pushEventGroup({}, group(first), ...more.map(group)));
      return 'appended';
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === eventAlreadyExistsErrorCode) return 'conflict';
      throw error;
    }
  }

  appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> {
    return eachByItself(this, appends);
  }

  async aggregate<State>(stream: string, fold: PeerFold<State>): Promise<State> {
    const { events } = await this.adapter.getEvents(idOf(stream), CONTEXT);
    return folded(events.map(({ payload }) => payload as Payload), fold);
  }

  async length(stream: string, known: number): Promise<number> {
    const { events } = await this.adapter.getEvents(idOf(stream), CONTEXT, { reverse: true, limit: 1 });
    return events[0]?.version ?? known;
  }

  async close(): Promise<void> {
    // The adapter has no way to close what it opened.
    const sql: unknown = Reflect.get(this.adapter, '_sql');
    if (typeof sql === 'function' && 'end' in sql && typeof sql.end === 'function') await sql.end();
  }
}

/** Its streams are UUIDs under a name. */
const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
