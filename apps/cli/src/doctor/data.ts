import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Cluster, ClusterUnusable, dataOf, demandWhole, hasCluster, serverUser } from '../../../../libs/embedded-postgres/index.js';
import { clusterFolder } from '../instance/database.js';
import { type Finding, ok, warn, wrong } from './finding.js';
import { unreachable } from './unreachable.js';

const MEBIBYTE = 1_048_576;
/** Free space below which it is said, and below which the log soon can't be added to. */
const LITTLE = 1_024 * MEBIBYTE;
const TOO_LITTLE = 100 * MEBIBYTE;

/** Looks at where the embedded server's data is, before it is started for a look inside: a start puts much of this right, and nobody would hear of it. */
export function lookAtData(home: string, runs: boolean): readonly Finding[] {
  const asked = clusterFolder(home);
  try {
    demandWhole(asked);
    const data = dataOf(asked);
    if (data === undefined) return [space(home)];
    return [...(hasCluster(asked) ? [...doors(dirname(data), data), ...(runs ? [] : leftOver(data, asked))] : []), space(dirname(data))];
  } catch (error) {
    if (error instanceof ClusterUnusable) return unreachable(error);
    throw error;
  }
}

/** Windows has no such modes. PostgreSQL takes data that its group may read; the folder around it we keep shut. */
function doors(folder: string, data: string): readonly Finding[] {
  if (process.platform === 'win32') return [];
  return [...open(folder, 0o077), ...open(data, 0o027), ...anothers(data)];
}

const open = (folder: string, others: number): readonly Finding[] =>
  (statSync(folder).mode & others) === 0 ? [] : [wrong('data', `others may read or change ${folder}`, `see that nobody did, then chmod 700 ${folder}`)];

function anothers(data: string): readonly Finding[] {
  const user = serverUser();
  if (user === undefined || statSync(data).uid === user.uid) return [];
  return [wrong('data', `${data} is not its own`, `chown -R ${user.name} ${data}: PostgreSQL refuses another's data`)];
}

function leftOver(data: string, asked: string): readonly Finding[] {
  if (Cluster.running({ folder: asked }) !== undefined) return [warn('data', 'its server outlived the instance that was killed', 'npm start ends it and goes on; nothing else is to be done')];
  return existsSync(`${data}/postmaster.pid`) ? [warn('data', 'its server did not end by itself', 'npm start recovers what it acknowledged, and so did this look; nothing else is to be done')] : [];
}

/** The free space of the folder, or of the first one above it that is there. `free`: given by tests. */
export function space(folder: string, free = freeOn(folder)): Finding {
  const says = `${Math.round(free / MEBIBYTE)} MiB free at ${folder}`;
  const mend = 'make room, or move the instance’s folder to a larger disk: a full one stops the log';
  if (free < TOO_LITTLE) return wrong('disk', says, mend);
  return free < LITTLE ? warn('disk', says, mend) : ok('disk', says);
}

function freeOn(folder: string): number {
  if (!existsSync(folder)) return freeOn(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
