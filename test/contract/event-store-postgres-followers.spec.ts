import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Cluster, migrate, removeCluster } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { LOCK } from '../../libs/event-store-postgres/sql.js';
import { eventually } from '../kit/eventually.js';
import { freshDatabase } from '../kit/postgres.js';
import type { StreamName } from '../../libs/event-store/index.js';
import { append, fact, freshStream, idsOf } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

const [WRITERS, APPENDS] = [8, 100];

/** Events of each writer who writes through a restart. */
const EACH = 60;

const INSERT = `insert into ledger.event (position, place, id, type, data, metadata) select coalesce(max(position), 0) + $1, ledger.place_of($2, 0), $3, 'Happened', '', '' from ledger.event`;

describe('A follower', () => {
  it(`skips nothing: ${WRITERS} writers in two processes' stores, transactions that roll back and one that stays open`, async () => {
    const database = await freshDatabase();
    const stores = [new PostgresEventStore({ connection: database.api }), new PostgresEventStore({ connection: database.api })] as const;
    const [open, failing] = [new Client(database.api), new Client(database.api)];
    await Promise.all([open.connect(), failing.connect()]);
    await open.query('begin');
    await open.query(INSERT, [1_000_000, freshStream(), randomUUID()]);

    const total = WRITERS * APPENDS;
    const watcher = new PostgresEventStore({ connection: database.projector });
    const following = [followUntil(watcher, 0n, total), followUntil(stores[0], 0n, total)];
    const writing = Array.from({ length: WRITERS }, async (_, writer) => {
      const stream = freshStream();
      for (let written = 0; written < APPENDS; written += 1) await (writer % 2 === 0 ? stores[0] : stores[1]).append(append(stream, 'any', fact()));
    });
    const done = new AbortController();
    const rollingBack = (async () => {
      // What a process leaves that dies between its insertion and its commit.
      while (!done.signal.aborted) {
        await failing.query('begin');
        await failing.query(LOCK);
        await failing.query(INSERT, [1, freshStream(), randomUUID()]);
        await failing.query('rollback');
      }
    })();
    await Promise.all(writing);
    done.abort();
    await rollingBack;

    for (const seen of await Promise.all(following)) expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: total }, (_, index) => BigInt(index + 1)));
    await Promise.all([open.end(), failing.end(), watcher.close(), ...stores.map((store) => store.close())]);
    await database.drop();
  }, 30_000);

  it('that is told to end while a page is on its way gives none', async () => {
    const database = await freshDatabase();
    const [store, watcher] = [new PostgresEventStore({ connection: database.api }), new PostgresEventStore({ connection: database.projector })];
    await store.append(append(freshStream(), 'no-stream', fact()));
    const ending = new AbortController();
    const page = watcher.follow(0n, ending.signal)[Symbol.asyncIterator]().next();
    ending.abort();
    expect(await page).toEqual({ done: true, value: undefined });
    await Promise.all([store.close(), watcher.close()]);
    await database.drop();
  });

  it('outlives the server: after a restart it goes on where it was, and so do writers and readers', async () => {
    const home = await mkdtemp(join(tmpdir(), 'xinma-restart-'));
    await chmod(home, 0o711);
    const folder = join(home, 'postgres');
    try {
      await followThroughRestart(folder, join(home, 'address'));
    } finally {
      await removeCluster(folder);
      await rm(home, { recursive: true });
    }
  }, 30_000);
});

/** Writes one event after another to a stream of its own, asking again whatever the machine answers, until that many are there. */
async function writeThrough(store: PostgresEventStore, count: number): Promise<StreamName> {
  const stream = freshStream();
  for (let next = 0; next < count; next += 1) {
    const asked = append(stream, next === 0 ? 'no-stream' : { at: BigInt(next - 1) }, fact());
    const { kind } = await eventually(() => store.append(asked), (verdict) => verdict.kind !== 'unavailable' && verdict.kind !== 'unknown');
    expect(kind).toBe('appended');
  }
  return stream;
}

async function followThroughRestart(folder: string, host: string): Promise<void> {
  const cluster = await Cluster.start({ folder });
  const database = await cluster.prepare();
  await migrate(database);
  // Each start listens in a folder of its own; a server elsewhere keeps its address.
  await symlink(database.api.host, host);
  const [store, other] = [1, 2].map(() => new PostgresEventStore({ connection: { ...database.api, host } })) as [PostgresEventStore, PostgresEventStore];
  const total = 4 * EACH;
  const following = [followUntil(store, 0n, total), followUntil(other, 0n, total)];
  const writing = [1, 2, 3, 4].map(() => writeThrough(store, EACH));
  await followUntil(store, 0n, EACH);
  await cluster.stop();
  expect(await store.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
  const restarted = await Cluster.start({ folder });
  await rm(host);
  await symlink(restarted.connections().api.host, host);
  for (const stream of await Promise.all(writing)) expect(await store.read({ stream })).toHaveLength(EACH);
  const all = await other.readAll(0n, total + 1);
  expect(all.map(({ position }) => position)).toEqual(Array.from({ length: total }, (_, index) => BigInt(index + 1)));
  for (const seen of await Promise.all(following)) expect(idsOf(seen)).toEqual(idsOf(all));
  await Promise.all([store.close(), other.close()]);
}
