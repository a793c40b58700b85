import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reachableFolder, serverAccount } from './account.js';
import { stopServer } from './server.js';

/** Where the data of a cluster asked for in `folder` is; undefined where there can be none. */
export function whereDataIs(folder: string): string | undefined {
  const asked = resolve(folder);
  return existsSync(dirname(asked)) ? reachableFolder(serverAccount(), asked) : undefined;
}

/** Ends the server of this folder if one runs, and deletes its data. */
export async function removeCluster(folder: string): Promise<void> {
  const data = whereDataIs(folder);
  if (data === undefined) return;
  await stopServer(data);
  rmSync(data, { recursive: true, force: true });
}
