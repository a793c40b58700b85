import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, removeCluster, withClient } from '../../../libs/embedded-postgres/index.js';
import { postgresFacts } from '../machine.js';
import type { PeerKind } from './peer.js';

/** On top of the product's own: every store keeps its connections until the end. */
export const SETTINGS = { max_connections: '300' };

/** One server, in a folder of its own, on which every store has a database. */
export interface Ground {
  readonly cluster: Cluster;
  readonly folder: string;
}

/** Starts a server in a temporary folder, lets `work` use it, and removes it. */
export async function onGround<T>(work: (ground: Ground) => Promise<T>, start = (folder: string) => Cluster.start({ folder, settings: SETTINGS })): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xinma-ledger-'));
  // As root, the database's system user passes through.
  chmodSync(folder, 0o711);
  const at = join(folder, 'postgres');
  try {
    const cluster = await start(at);
    await age(cluster);
    return await work({ cluster, folder });
  } finally {
    await Cluster.running({ folder: at })?.stop();
    await removeCluster(at);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Segments of the write-ahead log, each of 16 MB. */
const SEGMENTS = 12;

// A server that has run for a while writes over old segments of its log. A new one stops whoever commits, to fill the next one with zeros: most often whoever writes most.
async function age(cluster: Cluster): Promise<void> {
  await withClient(cluster.superuser(), async (client) => {
    for (let segment = 0; segment < SEGMENTS; segment += 1) await client.query(`select pg_logical_emit_message(false, 'bench', repeat('x', 16000000))`);
    // The first one tells how much is written between two, the second keeps as much to write over.
    await client.query('checkpoint');
    await client.query('checkpoint');
  });
}

/** Settings of the server, and versions of the stores, a line each. */
export async function groundFacts({ cluster }: Ground, kinds: readonly PeerKind[]): Promise<readonly string[]> {
  return [await postgresFacts(cluster.superuser()), `stores: ${kinds.map(({ name, version }) => `${name} ${version}`).join(', ')}`];
}

/** Fresh statistics, and everything written out that the server holds back: nobody pays for what somebody else wrote before. */
export async function settle({ cluster }: Ground): Promise<void> {
  const databases = await withClient(cluster.superuser(), async (client) => (await client.query<{ datname: string }>('select datname from pg_database where datallowconn')).rows);
  for (const { datname } of databases) await withClient(cluster.superuser(datname), (client) => client.query('vacuum analyze'));
  await withClient(cluster.superuser(), (client) => client.query('checkpoint'));
}

/** How many events a store holds. Rejects where the versions of a stream have a hole or do not begin at 0. */
export async function countEvents({ cluster }: Ground, kind: PeerKind, database: string): Promise<number> {
  return withClient(cluster.superuser(database), async (client) => {
    const { rows } = await client.query<{ events: string; wrong: string }>(`
      select coalesce(sum(events), 0)::text as events, (count(*) filter (where least <> 0 or most <> events - 1 or different <> events))::text as wrong
      from (select stream, count(*) as events, min(version) as least, max(version) as most, count(distinct version) as different from (${kind.events}) e group by stream) s`);
    const [found] = rows;
    if (found?.wrong !== '0') throw new Error(`${kind.name}: ${found?.wrong} streams have a hole or a version twice`);
    return Number(found.events);
  });
}
