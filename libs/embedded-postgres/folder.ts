import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Account, fallbackFor, reachableFolder, serverAccount } from './account.js';
import { isInitialised, stopServer } from './server.js';

/**
 * Where the data of a cluster asked for in `folder` is, else where it goes: a folder above that was opened or shut since changes nothing. Throws where the
 * account can't get to the data any more: a new, empty cluster would look like a loss.
 */
export function placeOf(account: Account, folder: string): string {
  const place = reachableFolder(account, folder);
  if (isInitialised(place)) return place;
  const other = place === folder ? fallbackFor(folder) : folder;
  if (!isInitialised(other)) return place;
  if (other === folder) throw new Error(`${folder} has data that the system user postgres can't get to: let it pass through the folders above (chmod o+x)`);
  return other;
}

/** Where the data of a cluster asked for in `folder` is; undefined where there can be none. */
export function whereDataIs(folder: string): string | undefined {
  const asked = resolve(folder);
  return existsSync(dirname(asked)) ? placeOf(serverAccount(), asked) : undefined;
}

/** Whether a cluster was made for this folder. */
export function hasCluster(folder: string): boolean {
  const data = whereDataIs(folder);
  return data !== undefined && isInitialised(data);
}

/** Ends the server of this folder if one runs, and deletes its data. */
export async function removeCluster(folder: string): Promise<void> {
  const data = whereDataIs(folder);
  if (data === undefined) return;
  await stopServer(data);
  rmSync(data, { recursive: true, force: true });
}
