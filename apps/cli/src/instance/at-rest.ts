import type { Places } from '../../../../libs/configuration/index.js';
import { Cluster, type Connections, hasCluster } from '../../../../libs/embedded-postgres/index.js';
import type { Part } from '../../../../libs/own-postgres/index.js';
import { clusterFolder, openHome, reachHere } from './database.js';
import { Hold } from './run-file.js';
import { EndSignal } from './until-told.js';

/** Whether there is a database to work on: the user's, or one that was made in this home. */
const hasDatabase = ({ home, database }: Places): boolean => database !== undefined || hasCluster(clusterFolder(home));

/** Looks at an instance's database, whether the instance runs or not: an embedded server that is at rest runs for as long as the work takes. Rejects where there is none. */
export async function onDatabase<P extends Part, T>(places: Places, parts: readonly P[], work: (connections: Pick<Connections, P>) => Promise<T>): Promise<T> {
  if (!hasDatabase(places)) throw new Error(`there is no instance in ${places.home}: set XINMA_HOME, or DATABASE_URL`);
  if (places.database !== undefined || Cluster.running({ folder: clusterFolder(places.home) }) !== undefined) return work(await reachHere(places, parts));
  return onClusterAtRest(places.home, async (cluster) => work(await cluster.prepare()));
}

/** Runs the embedded server of a home, or a new one, as below. */
export const onClusterAtRest = <T>(home: string, work: (cluster: Cluster) => Promise<T>): Promise<T> => onServerAtRest(home, work, () => openHome(home));

/**
 * Runs the embedded server of a home for as long as the work takes; nobody else can start it meanwhile. `before`: what is done once the home is held. Rejects with `AlreadyRunning`.
 * Where the process is told to end, the server ends at once and the work fails by that.
 */
export async function onServerAtRest<T>(home: string, work: (cluster: Cluster) => Promise<T>, before: () => void = () => undefined): Promise<T> {
  // First: between the two, a signal would leave the hold behind.
  const signal = new EndSignal();
  try {
    return await onServerHeld({ home, before, signal }, work);
  } finally {
    signal.ignore();
  }
}

interface Held {
  readonly home: string;
  readonly before: () => void;
  readonly signal: EndSignal;
}

async function onServerHeld<T>({ home, before, signal }: Held, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const hold = Hold.take(home);
  try {
    before();
    const cluster = await Cluster.start({ folder: clusterFolder(home) });
    try {
      return await unlessTold(signal, cluster, work);
    } finally {
      await cluster.stop();
    }
  } finally {
    hold.release();
  }
}

async function unlessTold<T>(signal: EndSignal, cluster: Cluster, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const told = (cause?: unknown): Error => new Error('told to end: it was not done', { cause });
  if (signal.wasTold) throw told();
  // It is waited for below, where it is ended once more, and what kept it from ending is heard.
  void signal.told.then(() => cluster.stop()).catch(() => undefined);
  try {
    return await work(cluster);
  } catch (error) {
    throw signal.wasTold ? told(error) : error;
  }
}
