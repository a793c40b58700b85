import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Account, fallbackFor, knownAccount, reachableFolder } from './account.js';
import { readSecrets, type Secrets, secretsFile } from './secrets.js';
import { beginningIn, dataIn, isInitialised, stopServer } from './server.js';
import { ClusterUnusable } from './unusable.js';

/**
 * Where the data of a cluster asked for in `folder` is, else where it goes: a folder above that was opened or shut since changes nothing. Throws where the
 * account can't get to the data any more: a new, empty cluster would look like a loss.
 */
export function placeOf(account: Account, folder: string): string {
  const place = reachableFolder(account, folder);
  if (isInitialised(place)) return place;
  const other = place === folder ? fallbackFor(folder) : folder;
  if (!isInitialised(other)) return place;
  if (other === folder) throw new ClusterUnusable(`${folder} has data that the system user postgres can't get to`, 'let it pass through the folders above (chmod o+x)');
  return other;
}

/** Where the data of a cluster asked for in `folder` is, or would go; undefined where there can be none. Makes nothing, also no system user. */
export function whereDataIs(folder: string): string | undefined {
  const asked = resolve(folder);
  if (!existsSync(dirname(asked))) return undefined;
  const account = knownAccount();
  if (account !== undefined) return placeOf(account, asked);
  return isInitialised(asked) ? asked : fallbackFor(asked);
}

/** The data itself of a cluster asked for in `folder`, there or not; undefined where there can be none. */
export function dataOf(folder: string): string | undefined {
  const place = whereDataIs(folder);
  return place === undefined ? undefined : dataIn(place);
}

/** Whether a cluster was made for this folder. */
export function hasCluster(folder: string): boolean {
  const data = whereDataIs(folder);
  return data !== undefined && isInitialised(data);
}

/**
 * The passwords of a cluster that was made; undefined where none was, or where making it was cut. Throws `ClusterUnusable` where one of the two is there without the other: beside the passwords of data that is
 * gone (a volume that is not mounted, say) a new, empty cluster would look like a loss. Passwords alone are no first start that was cut: that one marked the folder before it made them.
 */
export function keptSecrets(folder: string): Secrets | undefined {
  const place = whereDataIs(folder);
  if (place === undefined) return undefined;
  const file = secretsFile(folder);
  const kept = readSecrets(file);
  const data = dataIn(place);
  if (isInitialised(place) && kept === undefined) throw new ClusterUnusable(`${data} has data, but its passwords are missing`, `restore ${file}`);
  if (isInitialised(place)) return kept;
  if (kept === undefined || isBegun(resolve(folder))) return undefined;
  throw new ClusterUnusable(`${data} is not there, and ${file} holds the passwords of what was`, `mount or put back the folder, or restore a backup into another XINMA_HOME; if it never had data, remove ${file}`);
}

/** Throws `ClusterUnusable` where a start would refuse what is there. Makes nothing. */
export const demandWhole = (folder: string): void => void keptSecrets(folder);

/** Whether a first start was cut, wherever it put the data then. */
const isBegun = (folder: string): boolean => [folder, fallbackFor(folder)].some((each) => existsSync(beginningIn(each)));

/** Ends the server of this folder if one runs, and deletes its data, then its passwords. */
export async function removeCluster(folder: string): Promise<void> {
  const place = whereDataIs(folder);
  if (place === undefined) return;
  await stopServer(place);
  // Cut anywhere, what is left is a beginning, which may be begun again.
  if (existsSync(place)) mkdirSync(beginningIn(place), { recursive: true });
  rmSync(dataIn(place), { recursive: true, force: true });
  for (const file of [secretsFile(folder), `${secretsFile(folder)}.new`]) rmSync(file, { force: true });
  rmSync(place, { recursive: true, force: true });
}
