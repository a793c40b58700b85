import { BackupUnusable, KEYS_FILE, type KeysCount, type Manifest, readKeys, readLog } from '../../../../libs/backup/index.js';
import type { Screen } from '../feed/screen.js';
import { logPace } from '../log-pace.js';

/** A backup on a disk; `count`: what its keys should be. */
export interface Kept {
  readonly manifest: Manifest;
  readonly log: string;
  readonly keysFile: string;
  readonly count?: KeysCount;
}

/** Reads all of a backup and compares it with its manifest; answers with how many keys it has. Rejects with `BackupUnusable`, naming the file. */
export async function verify({ manifest, log, keysFile, count }: Kept, screen: Screen): Promise<KeysCount> {
  const show = logPace((line) => screen.progress(`check: ${line}`));
  const target = BigInt(manifest.head);
  show({ position: 0n, target });
  for await (const events of readLog(log, manifest)) show({ position: events.at(-1)?.position ?? 0n, target });
  const found = await countKeys(keysFile);
  if (count !== undefined && (count.keys !== found.keys || count.destroyed !== found.destroyed)) throw new BackupUnusable(KEYS_FILE, 'does not hold what was written');
  return found;
}

async function countKeys(keysFile: string): Promise<KeysCount> {
  const found = { keys: 0, destroyed: 0 };
  for await (const page of readKeys(keysFile)) for (const { wrapped } of page) found[wrapped === null ? 'destroyed' : 'keys'] += 1;
  return found;
}
