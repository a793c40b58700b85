import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably, syncFolder, textOf, writeDurably } from './durable.js';
import { UNFINISHED } from './log-writer.js';
import { MANIFEST, type Manifest, PENDING, readManifest, writeManifest } from './manifest.js';
import { BackupUnusable } from './problem.js';

/** The folder of a backup; the keys may be elsewhere. */
export class BackupFolder {
  readonly log: string;

  constructor(readonly folder: string) {
    this.log = join(folder, 'log');
  }

  /** Makes it where it is missing, for its owner only. */
  async make(): Promise<void> {
    await mkdir(this.log, { recursive: true, mode: 0o700 });
    await chmod(this.log, 0o700);
  }

  /** The last complete backup here; undefined where there is none. Rejects with `BackupUnusable`. */
  async manifest(): Promise<Manifest | undefined> {
    const text = await textOf(join(this.folder, MANIFEST));
    return text === undefined ? undefined : readManifest(text);
  }

  /** Removes what a run left that was cut: files of the log that the manifest doesn't have. */
  async tidy(manifest: Manifest | undefined): Promise<void> {
    await rm(join(this.folder, PENDING), { force: true });
    const known = new Set(manifest?.files.map(({ name }) => name));
    for (const name of await this.#logFiles()) if (!known.has(name)) await rm(join(this.log, name));
  }

  /** Rejects with `BackupUnusable` for a file of the log that belongs neither to this backup nor to a run that was cut. */
  async demandNoStranger(manifest: Manifest): Promise<void> {
    const known = new Set([...manifest.files, ...(await this.#pending())].map(({ name }) => name));
    const stranger = (await this.#logFiles()).find((name) => !known.has(name) && !name.endsWith(UNFINISHED));
    if (stranger !== undefined) throw new BackupUnusable(stranger, 'is no file of this backup');
  }

  /** Notes what the backup will be. Until `complete`, the former one stands. */
  async propose(manifest: Manifest): Promise<void> {
    await writeDurably(join(this.folder, PENDING), writeManifest(manifest));
    await syncFolder(this.folder);
  }

  /** Makes the proposed one the backup. */
  async complete(manifest: Manifest): Promise<void> {
    for (const { name } of manifest.files) if (existsSync(join(this.log, `${name}${UNFINISHED}`))) await renameDurably(join(this.log, `${name}${UNFINISHED}`), join(this.log, name));
    await renameDurably(join(this.folder, PENDING), join(this.folder, MANIFEST));
  }

  /** A run that was cut while it gave its files their names. */
  async #pending(): Promise<Manifest['files']> {
    const text = await textOf(join(this.folder, PENDING));
    try {
      return text === undefined ? [] : readManifest(text, PENDING).files;
    } catch {
      // Half written: then no file has got its name yet.
      return [];
    }
  }

  #logFiles = (): Promise<readonly string[]> => readdir(this.log).catch(() => []);
}
