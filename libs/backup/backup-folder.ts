import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renameDurably, textOf, writeDurably } from './durable.js';
import { UNFINISHED } from './log-writer.js';
import { MANIFEST, type Manifest, PENDING, readManifest, writeManifest } from './manifest.js';
import { CONFIGURATION, isLogFile, mayBeRead, NEXT_CONFIGURATION } from './names.js';
import { BackupUnusable } from './problem.js';
import { unstamp } from './stamped.js';

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
    const text = await textOf(this.#at(MANIFEST));
    return text === undefined ? undefined : readManifest(text);
  }

  /** What a run that was cut proposed; undefined where none did. */
  async proposed(): Promise<Manifest | undefined> {
    const text = await textOf(this.#at(PENDING));
    try {
      return text === undefined ? undefined : readManifest(text, PENDING);
    } catch {
      // A damaged one says nothing; what it named is what the next run makes anew.
      return undefined;
    }
  }

  /** Removes what a run left that was cut: files of the log that the manifest doesn't have. Rejects with `BackupUnusable` for a file that no run makes. */
  async tidy(manifest: Manifest | undefined): Promise<void> {
    const known = new Set(manifest?.files.map(({ name }) => name));
    for (const name of await this.#logFiles()) {
      if (known.has(name)) continue;
      if (!isLogFile(name)) throw new BackupUnusable(name, 'is no file of this backup');
      await rm(join(this.log, name));
    }
    if (manifest === undefined) return;
    await this.#settleConfiguration(manifest);
    // Last: it is what tells those files from a stranger's. Of a first run it stays until the next is proposed: it is what tells that run's keys from a stranger's.
    await rm(this.#at(PENDING), { force: true });
  }

  /** Rejects with `BackupUnusable` for anything that belongs neither to this backup nor to a run that was cut. */
  async demandNoStranger(manifest: Manifest): Promise<void> {
    const known = new Set([...manifest.files, ...((await this.proposed())?.files ?? [])].map(({ name }) => name));
    const unfinished = await this.#unfinished();
    const strangers = [...(await readdir(this.folder)).filter((name) => !mayBeRead(name)), ...(await this.#logFiles()).filter((name) => !known.has(name) && !unfinished.has(name))];
    if (strangers[0] !== undefined) throw new BackupUnusable(strangers[0], 'is no file of this backup');
  }

  /** Rejects with `BackupUnusable` unless the configuration is the one that the manifest names. Backups of earlier versions name none, and may have none. */
  async demandConfiguration({ configuration }: Manifest): Promise<void> {
    if (configuration === undefined) return this.#demandStamped();
    const found = [await this.#hashOf(CONFIGURATION), await this.#hashOf(NEXT_CONFIGURATION)];
    if (!found.includes(configuration)) throw new BackupUnusable(CONFIGURATION, found[0] === undefined ? 'is missing' : 'is damaged or was edited: it has not the hash that the manifest says');
  }

  /** Writes down how the instance is set up, for the next manifest, which takes the answer: its SHA-256. */
  async configure(text: string): Promise<string> {
    await writeDurably(this.#at(NEXT_CONFIGURATION), text);
    return hash('sha256', text);
  }

  /** Notes what the backup will be. Until `complete`, the former one stands. */
  async propose(manifest: Manifest): Promise<void> {
    await writeDurably(this.#at(`${PENDING}${UNFINISHED}`), writeManifest(manifest));
    await renameDurably(this.#at(`${PENDING}${UNFINISHED}`), this.#at(PENDING));
  }

  /** Makes the proposed one the backup. */
  async complete(manifest: Manifest): Promise<void> {
    for (const { name } of manifest.files) if (existsSync(join(this.log, `${name}${UNFINISHED}`))) await renameDurably(join(this.log, `${name}${UNFINISHED}`), join(this.log, name));
    await renameDurably(this.#at(PENDING), this.#at(MANIFEST));
    await this.#settleConfiguration(manifest);
  }

  #at = (name: string): string => join(this.folder, name);

  /** A manifest's configuration gets its name after it, so that the one before is whole until then. */
  async #settleConfiguration({ configuration }: Manifest): Promise<void> {
    const next = await this.#hashOf(NEXT_CONFIGURATION);
    if (next === undefined) return;
    if (next === configuration) await renameDurably(this.#at(NEXT_CONFIGURATION), this.#at(CONFIGURATION));
    else await rm(this.#at(NEXT_CONFIGURATION));
  }

  async #demandStamped(): Promise<void> {
    const text = await textOf(this.#at(CONFIGURATION));
    if (text !== undefined && unstamp(text) === undefined) throw new BackupUnusable(CONFIGURATION, 'is damaged or was edited');
  }

  #hashOf = async (name: string): Promise<string | undefined> => (existsSync(this.#at(name)) ? hash('sha256', await readFile(this.#at(name))) : undefined);

  /** Files of the log that a run was cut over. */
  async #unfinished(): Promise<ReadonlySet<string>> {
    const entries = await readdir(this.log, { withFileTypes: true }).catch(() => []);
    return new Set(entries.filter((entry) => entry.isFile() && entry.name.endsWith(UNFINISHED) && isLogFile(entry.name)).map(({ name }) => name));
  }

  #logFiles = (): Promise<readonly string[]> => readdir(this.log).catch(() => []);
}
