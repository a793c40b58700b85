import { resolve } from 'node:path';
import { BackupFolder, BackupUnusable, KEYS_FILE, type KeysHeader, type Manifest, readKeysHeader } from '../../../../libs/backup/index.js';
import { hasMasterKey, masterKeyFile, readConfiguration } from '../../../../libs/configuration/index.js';
import { MasterKey } from '../../../../libs/vault/index.js';
import { type BackupPlace, keysFileOf } from '../backup/place.js';
import { verify } from '../backup/verify.js';
import type { Screen } from '../feed/screen.js';

/** A backup that was read to its end and is whole. */
export interface Source {
  readonly manifest: Manifest;
  readonly header: KeysHeader;
  readonly log: string;
  readonly keysFile: string;
}

/** Reads all of a backup before anything is written. Rejects with `BackupUnusable`, naming the file. */
export async function openSource(place: BackupPlace, screen: Screen): Promise<Source> {
  const keysFile = keysFileOf(place);
  const target = new BackupFolder(resolve(place.folder));
  const manifest = await target.manifest();
  if (manifest === undefined) throw new BackupUnusable('manifest.json', `is missing: ${target.folder} holds no complete backup`);
  await target.demandNoStranger(manifest);
  await target.demandConfiguration(manifest);
  const header = await demandKeysOf(manifest, keysFile);
  const source = { manifest, header, log: target.log, keysFile };
  await verify(source, screen);
  return source;
}

/** Keys of another backup fit no event; older ones could open what was destroyed since. */
async function demandKeysOf({ backup, run }: Manifest, keysFile: string): Promise<KeysHeader> {
  const header = await readKeysHeader(keysFile);
  if (header === undefined) throw new BackupUnusable(KEYS_FILE, 'is missing: name the folder of the keys with --keys');
  if (header.backup !== backup) throw new BackupUnusable(KEYS_FILE, 'belongs to another backup than the log');
  if (header.run < run) throw new BackupUnusable(KEYS_FILE, 'is older than the log: keys that were destroyed since would come back. Name the folder of the last run’s keys with --keys');
  return header;
}

/** The master key that the keys were wrapped by. Rejects where it is missing, and never makes one; rejects where it is another. */
export function masterKeyFor({ header }: Source, environment: NodeJS.ProcessEnv, home: string): Uint8Array {
  if (!hasMasterKey(environment, home)) throw new Error(`the master key is missing: put your copy into ${masterKeyFile(home)} (mode 600), or set XINMA_MASTER_KEY`);
  const { bytes } = readConfiguration(environment).masterKey;
  const master = new MasterKey(bytes);
  const fits = header.check === '' || master.made(Buffer.from(header.check, 'base64'));
  master.wipe();
  if (!fits) throw new Error('this is another master key than the one that wrapped the keys of this backup: nothing would open');
  return bytes;
}
