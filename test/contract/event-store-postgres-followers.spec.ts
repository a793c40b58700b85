import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Cluster, migrate, removeCluster } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { LOCK } from '../../libs/event-store-postgres/sql.js';
import { freshDatabase } from '../kit/postgres.js';
import { append, fact, facts, freshStream } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

const [WRITERS, APPENDS] = [8, 100];
const INSERT = `insert into ledger.event (position, stream, revision, id, type, data, metadata) select coalesce(max(position), 0) + $1, $2, 0, $3, 'Happened', '', '' from ledger.event`;

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

async function followThroughRestart(folder: string, host: string): Promise<void> {
  const cluster = await Cluster.start({ folder });
  const database = await cluster.prepare();
  await migrate(database);
  // Each start listens in a folder of its own; a server elsewhere keeps its address.
  await symlink(database.api.host, host);
  const store = new PostgresEventStore({ connection: { ...database.api, host } });
  const stream = freshStream();
  await store.append(append(stream, 'no-stream', ...facts(3)));

  const following = followUntil(store, 0n, 6);
  await followUntil(store, 0n, 3);
  await cluster.stop();
  expect(await store.append(append(stream, { at: 2n }, fact()))).toEqual({ kind: 'unavailable' });
  const restarted = await Cluster.start({ folder });
  await rm(host);
  await symlink(restarted.connections().api.host, host);
  expect(await store.append(append(stream, { at: 2n }, ...facts(3)))).toMatchObject({ kind: 'appended', revision: 5n, position: 6n });
  expect((await following).map(({ position }) => position)).toEqual([1n, 2n, 3n, 4n, 5n, 6n]);
  expect(await store.read({ stream })).toHaveLength(6);
  await store.close();
}
