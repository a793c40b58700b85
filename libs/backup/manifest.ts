import { CHAIN_START } from './log-line.js';
import { BackupUnusable } from './problem.js';
import { stamp, unstamp } from './stamped.js';

/** The format that this version writes, and the only one that it reads. */
export const FORMAT = 'xinma-backup/1';

/** One file of the log: events from position `first` to `last`, without gaps. */
export interface LogFile {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The chained hash after its last event. */
  readonly chain: string;
}

/** What a backup is made of. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** Random, of the first run: so that log and keys that don't belong together are told apart. */
  readonly backup: string;
  /** Counts the runs. Keys of an earlier run than the log's are refused: they could bring back what was destroyed since. */
  readonly run: number;
  readonly createdAt: string;
  readonly xinma: string;
  /** Position of the last event, which is also how many there are. */
  readonly head: string;
  /** The last event's id; empty where there is none. */
  readonly last: string;
  /** The chained hash over all events. */
  readonly chain: string;
  readonly files: readonly LogFile[];
  /** SHA-256 of `configuration.json`; earlier versions left it out. */
  readonly configuration?: string;
}

/** The manifest's own name, and that of the next one while it isn't complete. */
export const MANIFEST = 'manifest.json';
export const PENDING = 'manifest.json.new';

/** The text of a manifest. */
export const writeManifest = (manifest: Manifest): string => stamp(manifest);

/** Reads what `writeManifest` wrote. Throws `BackupUnusable`. */
export function readManifest(text: string, name = MANIFEST): Manifest {
  const content = unstamp(text);
  if (content === undefined) throw new BackupUnusable(name, 'is not what was written: it is damaged or was edited');
  // Of another version all else may be otherwise.
  if (Reflect.get(Object(content), 'format') !== FORMAT) throw new BackupUnusable(name, `is of another format than ${FORMAT}: restore it with the version of xinma that wrote it`);
  const manifest = content as Manifest;
  demandOrder(manifest, name);
  return manifest;
}

/** Files follow each other without a gap and end where the manifest says. */
function demandOrder({ files, head, chain }: Manifest, name: string): void {
  let position = 0n;
  for (const file of files) {
    if (BigInt(file.first) !== position + 1n || BigInt(file.last) < BigInt(file.first)) throw new BackupUnusable(file.name, `does not go on where the file before it ends (${name})`);
    position = BigInt(file.last);
  }
  if (String(position) !== head || (files.at(-1)?.chain ?? CHAIN_START) !== chain) throw new BackupUnusable(name, 'does not end where its files end');
}
