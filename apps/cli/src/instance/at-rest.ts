import { chmodSync, statSync } from 'node:fs';
import type { Places } from '../../../../libs/configuration/index.js';
import { Cluster, type Connections, hasCluster } from '../../../../libs/embedded-postgres/index.js';
import type { Part } from '../../../../libs/own-postgres/index.js';
import { clusterFolder, connectionsHere } from './database.js';
import { Hold } from './run-file.js';

/** Whether there is a database to work on: the user's, or one that was made in this home. */
export const hasDatabase = ({ home, database }: Places): boolean => database !== undefined || hasCluster(clusterFolder(home));

/** Works on an instance's database, whether the instance runs or not: an embedded server that is at rest runs for as long as the work takes. Rejects where there is none. */
export async function onDatabase<P extends Part, T>(places: Places, parts: readonly P[], work: (connections: Pick<Connections, P>) => Promise<T>): Promise<T> {
  if (!hasDatabase(places)) throw new Error(`there is no instance in ${places.home}: set XINMA_HOME, or DATABASE_URL`);
  if (places.database !== undefined || Cluster.running({ folder: clusterFolder(places.home) }) !== undefined) return work(await connectionsHere(places, parts));
  return onClusterAtRest(places.home, async (cluster) => work(await cluster.prepare()));
}

/** Runs the embedded server of a home, or a new one, for as long as the work takes; nobody else can start it meanwhile. Rejects with `AlreadyRunning`. */
export async function onClusterAtRest<T>(home: string, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const hold = Hold.take(home);
  try {
    // As root: the server's system user passes through to its folder. What is secret beside it is mode 0600.
    if (process.getuid?.() === 0) chmodSync(home, statSync(home).mode | 0o011);
    const cluster = await Cluster.start({ folder: clusterFolder(home) });
    try {
      return await work(cluster);
    } finally {
      await cluster.stop();
    }
  } finally {
    hold.release();
  }
}
