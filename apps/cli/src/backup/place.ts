import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { KEYS_FILE } from '../../../../libs/backup/index.js';

/** Where a backup is. `keys`: a folder for the keys, apart from the log; else `keys` in the first one. */
export interface BackupPlace {
  readonly folder: string;
  readonly keys?: string | undefined;
}

/** The file of the keys. Throws where a name is empty. */
export function keysFileOf({ folder, keys }: BackupPlace): string {
  // A variable that is not set would mean the folder that one happens to be in.
  if (keys === '') throw new Error('--keys is empty: name a folder for the keys, or leave it out');
  if (folder === '') throw new Error('the name of the folder is empty');
  return join(resolve(keys ?? join(folder, 'keys')), KEYS_FILE);
}

/** The same where keys are written. Throws where it is in the folder, yet not where keys are: it would be taken for a stranger there, or for a part of the log. */
export function keysFileFor(place: BackupPlace): string {
  const file = keysFileOf(place);
  const way = relative(realOf(resolve(place.folder)), realOf(file));
  const apart = way.startsWith(`..${sep}`) || isAbsolute(way);
  if (!apart && way !== join('keys', KEYS_FILE)) throw new Error('--keys must be a folder apart from that of the backup, or left out');
  return file;
}

/** Where a name leads, by whatever links; what of it is not there yet stays as it is. */
const realOf = (name: string): string => (existsSync(name) ? realpathSync(name) : join(realOf(dirname(name)), basename(name)));
