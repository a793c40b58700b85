import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster, type Connection, type Connections, type DatabaseNames, DATABASES, migrate, removeCluster, withClient } from '../../libs/embedded-postgres/index.js';
import { eventually } from './eventually.js';

/** A fresh, migrated pair of databases on the run's one server: as an instance has them, under names of their own. */
export interface FreshDatabase extends Connections {
  /** For tests that look at everything: the superuser in the log's database. */
  readonly superuser: Connection;
  /** Removes both. Whatever is left over goes with the server, at the end of the run. */
  drop(): Promise<void>;
}

const folder = (): string => {
  const run = process.env['XINMA_TEST_RUN'];
  if (run === undefined) throw new Error('no folder for this run: is test/kit/global-setup.js in the configuration?');
  return join(run, 'postgres');
};

/** The migrated pair that every other one is a copy of: to migrate each takes longer than many a suite. */
const PATTERN: DatabaseNames = { log: 'pattern_log', keys: 'pattern_keys' };

/** Its data goes with the run: a power cut ends nothing that anybody needs, and each pair that is made or removed would wait for the disk. */
const SETTINGS = { fsync: 'off' };

async function begin(at: { readonly folder: string }): Promise<Cluster> {
  const cluster = await Cluster.start({ ...at, settings: SETTINGS });
  await migrate(await cluster.prepare(PATTERN));
  return cluster;
}

/** The first suite that asks starts the server; suites that need none don't wait for it. */
async function server(): Promise<Cluster> {
  const at = { folder: folder() };
  const [lock, done] = [`${at.folder}.lock`, `${at.folder}.done`];
  try {
    mkdirSync(lock);
  } catch (error) {
    if (!existsSync(lock)) throw error;
    await eventually(() => existsSync(done), (exists) => exists);
    const running = Cluster.running(at);
    if (running === undefined) throw new Error('the server of this run did not start: see the suite that asked first', { cause: error });
    return running;
  }
  try {
    return await begin(at);
  } finally {
    writeFileSync(done, '');
  }
}

let started: Promise<Cluster> | undefined;

/** The server of this run. */
export const testCluster = (): Promise<Cluster> => (started ??= server());

/** Makes a pair of databases that only the caller uses. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = await testCluster();
  const suite = randomBytes(6).toString('hex');
  const names = { log: `log_${suite}`, keys: `keys_${suite}` };
  await withClient(cluster.superuser(), async (client) => {
    for (const place of ['log', 'keys'] as const) await client.query(`CREATE DATABASE ${names[place]} OWNER xinma_owner TEMPLATE ${PATTERN[place]}`);
  });
  const made = await cluster.prepare(names);
  return { ...made, superuser: cluster.superuser(names.log), drop: () => cluster.drop(names) };
}

/** The same on a server of its own, which waits for the disk as an instance's does. */
export async function durableDatabase(): Promise<FreshDatabase> {
  const at = { folder: join(folder(), '..', `postgres-${randomBytes(6).toString('hex')}`) };
  const cluster = await Cluster.start(at);
  const made = await cluster.prepare();
  await migrate(made);
  const drop = async (): Promise<void> => {
    await cluster.stop();
    await removeCluster(at.folder);
  };
  return { ...made, superuser: cluster.superuser(DATABASES.log), drop };
}
