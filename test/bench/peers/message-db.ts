import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, QueryConfig } from 'pg';
import { type Cluster, withClient } from '../../../libs/embedded-postgres/index.js';
import { folderOf, makeDatabase, poolOf, versionOf } from './database.js';
import { EVENT_TYPE, type Payload } from './payload.js';
import { eachByItself, folded, type LedgerPeer, type PeerAnswer, type PeerAppend, type PeerFold, type PeerKind } from './peer.js';

const PACKAGE = '@eventide/message-db';

/** The package's files in the order of its `install.sh`. */
const FILES = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version', 'write-message'].map((name) => `functions/${name}`),
  ...['get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map((name) => `functions/${name}`),
  ...['id', 'stream', 'category'].map((name) => `indexes/messages-${name}`),
];

const base = {
  version: versionOf(PACKAGE),
  pools: [10, 20, 40] as const,
  events: 'select stream_name as stream, position as version from message_store.messages',
  tables: `select 'message_store.messages'::regclass as name`,
  async make(cluster: Cluster, database: string): Promise<void> {
    const connection = await makeDatabase(cluster, database);
    const folder = join(folderOf(PACKAGE), 'database');
    await withClient(connection, async (client) => {
      // Its functions name their tables without the schema. For this session, and for all that follow.
      await client.query(`alter database ${client.escapeIdentifier(database)} set search_path = message_store, public`);
      await client.query('set search_path = message_store, public');
      for (const file of FILES) await client.query(readFileSync(join(folder, `${file}.sql`), 'utf8'));
    });
  },
};

/** message-db with all streams in one category, as ours would be: it queues them behind one lock. */
export const messageDb: PeerKind = { name: 'message-db', ...base, open: async (cluster, database, pool) => new MessageDbPeer(openPool(cluster, database, pool), inOneCategory) };

/** message-db with a category for each writer: its best case. */
export const messageDbCategories: PeerKind = { name: 'message-db 64 categories', ...base, open: async (cluster, database, pool) => new MessageDbPeer(openPool(cluster, database, pool), (stream) => stream) };

const openPool = (cluster: Cluster, database: string, max: number): Pool => poolOf(cluster.superuser(database), max);

const inOneCategory = (stream: string): string => `citizen${stream.slice(stream.indexOf('-'))}`;

class MessageDbPeer implements LedgerPeer {
  constructor(
    private readonly pool: Pool,
    private readonly nameOf: (stream: string) => string,
  ) {}

  async append({ stream, expected, payloads }: PeerAppend): Promise<PeerAnswer> {
    try {
      await this.pool.query(write(this.nameOf(stream), expected, payloads));
      return 'appended';
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Wrong expected version')) return 'conflict';
      throw error;
    }
  }

  appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> {
    return eachByItself(this, appends);
  }

  async aggregate<State>(stream: string, fold: PeerFold<State>): Promise<State> {
    const { rows } = await this.pool.query<{ data: string }>({ name: 'read', text: 'select data from message_store.get_stream_messages($1, 0, -1)', values: [this.nameOf(stream)] });
    return folded(rows.map(({ data }) => JSON.parse(data) as Payload), fold);
  }

  async length(stream: string): Promise<number> {
    const { rows } = await this.pool.query<{ version: string | null }>({ name: 'version', text: 'select message_store.stream_version($1) as version', values: [this.nameOf(stream)] });
    return Number(rows[0]?.version ?? -1) + 1;
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

const WRITE = 'select message_store.write_message($1, $2, $3, $4, $5, $6)';

/** It writes one message a call; several of one append are several calls of one statement. */
const WRITE_MANY = 'select message_store.write_message(n.id, $1, $2, n.data::jsonb, null, n.expected) from unnest($3::text[], $4::text[], $5::bigint[]) as n(id, data, expected)';

function write(stream: string, expected: number, payloads: readonly Payload[]): QueryConfig {
  const texts = payloads.map((payload) => JSON.stringify(payload));
  if (texts.length === 1) return { name: 'write', text: WRITE, values: [randomUUID(), stream, EVENT_TYPE, texts[0], null, expected - 1] };
  return { name: 'write-many', text: WRITE_MANY, values: [stream, EVENT_TYPE, texts.map(() => randomUUID()), texts, texts.map((_, index) => expected + index - 1)] };
}
