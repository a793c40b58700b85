import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate, MIGRATION_SETS, withClient } from '../../libs/embedded-postgres/index.js';
import { MAX_REVISION, type StreamName } from '../../libs/event-store/index.js';
import { PostgresEventStore, streamsWithGaps } from '../../libs/event-store-postgres/index.js';
import { placeOf } from '../../libs/event-store-postgres/places.js';
import { TYPES } from '../../libs/event-store-postgres/words.js';
import { testCluster } from '../kit/postgres.js';
import { append, fact, freshStream } from './event-store/facts.js';

/** The log's schema before it was moved, and the sets of that version. */
const BEFORE = MIGRATION_SETS.map((set) => (set.table === 'ledger_migration' ? { ...set, migrations: set.migrations.slice(0, 2) } : set));

const REVISIONS = [0n, 1n, 15n, 16n, 239n, 240n, 255n, 256n, 65_535n, 65_536n, 2n ** 53n + 1n, MAX_REVISION];

/** Names of every shape. */
const hex = (): string => randomBytes(16).toString('hex');
const NAMES: readonly StreamName[] = [`citizen-${hex()}`, `citizen-${randomUUID()}`, `audit-${hex()}`, `guardianships-${randomUUID()}`, freshStream(), `citizen-${hex().toUpperCase()}`, `citizen-${hex()}a`, `citizen-${hex()}-1`, `x-${'y'.repeat(98)}`, `o'clock\\-"~`];

describe('A log that an older version began', () => {
  const names = { log: `moved_${randomBytes(6).toString('hex')}`, keys: `moved_keys_${randomBytes(6).toString('hex')}` };
  let database: Awaited<ReturnType<Awaited<ReturnType<typeof testCluster>>['prepare']>>;
  beforeAll(async () => {
    database = await (await testCluster()).prepare(names);
    await migrate(database, { sets: BEFORE });
  });
  afterAll(async () => (await testCluster()).drop(names));

  const written = NAMES.flatMap((stream, name) =>
    REVISIONS.map((revision, at) => ({ ...fact(), stream, revision, position: BigInt(name * REVISIONS.length + at + 1), type: at % 2 === 0 ? (TYPES[(name + at) % TYPES.length] ?? '') : 'SomethingElse' })),
  );

  it('is moved, all of it and nothing else; the version that began it is refused, and the log goes on', async () => {
    const old = new Client(database.api);
    await old.connect();
    const insert = 'insert into ledger.event (position, stream, revision, id, type, data, metadata) values ($1, $2, $3, $4, $5, $6, $7)';
    for (const { position, stream, revision, id, type, data, metadata } of written) await old.query(insert, [position, stream, revision, id, type, data, metadata]);
    await migrate(database);
    await expect(old.query('select stream, revision from ledger.event')).rejects.toThrow('does not exist');
    await expect(old.query(insert, [9_999, 'test-1', 0, randomUUID(), 'Late', '', ''])).rejects.toThrow('does not exist');
    await old.end();

    const store = new PostgresEventStore({ connection: database.api });
    const plain = (events: readonly (typeof written)[number][]) => events.map(({ data, metadata, ...rest }) => ({ ...rest, data: [...data], metadata: [...metadata] }));
    expect(plain(await store.readAll(0n, 1_000))).toEqual(plain(written));
    const [stream] = NAMES as [StreamName];
    expect(plain(await store.read({ stream, from: 240n, limit: 3 }))).toEqual(plain(written.slice(5, 8)));
    const through = [];
    for await (const page of store.readThrough(0n, MAX_REVISION)) through.push(...page);
    expect(plain(through)).toEqual(plain(written));
    const next = fact();
    expect(await store.append(append(freshStream(), 'no-stream', next))).toMatchObject({ kind: 'appended', position: BigInt(written.length + 1) });
    await store.close();
  });

  it('is shown in words, by the same rules in SQL as here', async () => {
    const shown = await withClient(database.api, async (client) => (await client.query<Record<string, string>>('select position, stream, revision, id, type from ledger.readable order by position limit $1', [written.length])).rows);
    expect(shown).toEqual(written.map(({ position, stream, revision, id, type }) => ({ position: String(position), stream, revision: String(revision), id, type })));
    const places = await withClient(database.api, async (client) => {
      const { rows } = await client.query<{ place: string }>(`select encode(ledger.place_of(s, r), 'hex') as place from unnest($1::text[], $2::bigint[]) as a (s, r)`, [written.map(({ stream }) => stream), written.map(({ revision }) => String(revision))]);
      return rows.map(({ place }) => place);
    });
    expect(places).toEqual(written.map(placeOf));
    expect(await withClient(database.owner, streamsWithGaps)).toBe(NAMES.length);
  });

  it('shows the projector as much, and nobody the right to write', async () => {
    expect(await withClient(database.projector, async (client) => (await client.query('select from ledger.readable')).rowCount)).toBe(written.length + 1);
    await expect(withClient(database.api, (client) => client.query('delete from ledger.readable'))).rejects.toThrow('permission denied');
  });
});
