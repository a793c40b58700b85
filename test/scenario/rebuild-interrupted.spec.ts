import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Cluster, type Connections, migrate, removeCluster, withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { applyPage, hashTables, LOCKS, rebuild, type RebuildStep, type TableHash, transaction } from '../../libs/read-models/index.js';
import { MIGRATING } from '../../libs/read-models/locks.js';
import { eventually } from '../kit/eventually.js';
import type { KilledRebuild } from '../kit/killed-rebuild.js';
import { newEvent } from '../kit/recorded.js';
import { story } from './rebuild-story.js';

const STEPS: readonly RebuildStep[] = ['folding', 'indexing', 'catching up', 'comparing'];
const folder = mkdtempSync(join(tmpdir(), 'xinma-interrupted-'));

describe('A rebuild that is cut', () => {
  let cluster: Cluster;
  let connections: Connections;
  let store: PostgresEventStore;
  let live: readonly TableHash[];

  const asOwner = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(connections.owner, work);
  const hashes = (): Promise<readonly TableHash[]> => asOwner((client) => transaction(client, () => hashTables(client, 'read_model')));
  const leftOvers = () => asOwner(async (client) => (await client.query<{ nspname: string }>(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\\_model\\_%'`)).rows.map(({ nspname }) => nspname));
  const run = (progress: (step: RebuildStep) => void = () => undefined) => rebuild({ store, connection: connections.owner, progress: ({ step }) => progress(step) });
  const endOf = (running: Promise<unknown>): Promise<string> => running.then(() => 'done', () => 'cut');
  /** The next one finds nothing in its way, and leaves nothing. */
  const goesThrough = async (): Promise<void> => {
    const rebuilt = await eventually(() => run().catch(() => undefined), (done) => done !== undefined);
    expect(rebuilt?.after).toEqual(live);
    expect(rebuilt?.before).toEqual(live);
    expect(await leftOvers()).toEqual([]);
  };
  /** The server's sessions end without a word, and what was not flushed is gone. Nothing of the rebuild goes on before they have: a busy machine lets short steps end first. */
  const crash = (): void => {
    const running = join(cluster.folder, 'data', 'postmaster.pid');
    process.kill(Number(readFileSync(running, 'utf8').split('\n')[0]), 'SIGQUIT');
    for (let asked = 0; existsSync(running) && asked < 1_000; asked += 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  };
  const open = async (): Promise<void> => {
    cluster = await Cluster.start({ folder: join(folder, 'postgres') });
    connections = await cluster.prepare();
    store = new PostgresEventStore({ connection: connections.api });
  };

  beforeAll(async () => {
    await open();
    await migrate(connections);
    for (const event of story()) await store.append({ stream: 'any-stream', expected: 'any', events: [newEvent(event)] });
    await withClient(connections.projector, async (client) => applyPage(client, await store.readAll(0n, 1_000)));
    live = await hashes();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await cluster.stop();
    await removeCluster(join(folder, 'postgres'));
  });

  it.each(STEPS)('by a failure, %s: leaves the tables as they are, and nothing beside them', async (at) => {
    const failing = run((step) => {
      if (step === at) throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect(await hashes()).toEqual(live);
    expect(await leftOvers()).toEqual([]);
  });

  it.each(STEPS)('by the end of its process, %s: leaves the tables as they are, and the next one tidies up', async (at) => {
    const told: KilledRebuild = { api: connections.api, owner: connections.owner, at };
    const child = spawn(process.execPath, [resolve('dist/test/kit/killed-rebuild.js')], { env: { ...process.env, KILLED_REBUILD: JSON.stringify(told) }, stdio: 'inherit' });
    expect(await new Promise((ends) => child.once('exit', (_code, signal) => ends(signal)))).toBe('SIGKILL');
    expect(await hashes()).toEqual(live);
    expect(await leftOvers()).toEqual([at === 'comparing' ? 'read_model_former' : 'read_model_rebuilt']);
    await goesThrough();
  });

  it('by the loss of its connection while it waits for the projector: swaps nothing', async () => {
    await asOwner(async (client) => {
      await client.query(`SELECT pg_advisory_lock(${LOCKS.writing})`);
      const cut = endOf(run());
      const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xinma rebuild' AND wait_event_type = 'Lock'`;
      await eventually(() => withClient(cluster.superuser(), (superuser) => superuser.query(waiting)), ({ rows }) => rows.length > 0);
      expect(await cut).toBe('cut');
    });
    expect(await hashes()).toEqual(live);
    await goesThrough();
  });

  it('by a migration that changes the tables meanwhile: swaps nothing, and leaves what it added', async () => {
    await asOwner(async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(${MIGRATING})`);
      const refused = run().then(() => 'done', String);
      await eventually(() => client.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`), ({ rows }) => rows.length > 0);
      await client.query('CREATE INDEX meanwhile ON read_model.basis (state)');
      await client.query('COMMIT');
      expect(await refused).toContain('were changed meanwhile');
      await client.query('DROP INDEX read_model.meanwhile');
    });
    expect(await hashes()).toEqual(live);
    await goesThrough();
  });

  it.each(STEPS)('by the end of the server, %s: leaves the tables as they are', async (at) => {
    expect(await endOf(run((step) => (step === at ? crash() : undefined)))).toBe('cut');
    await store.close();
    await open();
    expect(await hashes()).toEqual(live);
    await goesThrough();
  }, 60_000);
});
