import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BackupFolder, FORMAT, KEYS_FILE, KEYS_FORMAT, type KeysCount, type KeysHeader, type Manifest, readKeysHeader, renameDurably, writeDurably, writeKeys } from '../../../../libs/backup/index.js';
import { readPlaces } from '../../../../libs/configuration/index.js';
import { type Connections, withClient } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { formatInstant, instant } from '../../../../libs/kernel/index.js';
import { checkOfKeys, copiesOfKeys } from '../../../../libs/vault-postgres/index.js';
import type { Screen } from '../feed/screen.js';
import { onDatabase } from '../instance/at-rest.js';
import { AlreadyRunning, Hold } from '../instance/run-file.js';
import { pace } from '../pace.js';
import { version } from '../version.js';
import { configurationText } from './configuration.js';
import { copyLog, demandSameLog } from './copy-log.js';
import { verify } from './verify.js';

const CONFIGURATION = 'configuration.json';
/** What a folder of a backup may hold: anything else in one that has no backup is somebody's. */
const OURS = new Set(['log', 'keys', CONFIGURATION, `${CONFIGURATION}.new`, 'manifest.json', 'manifest.json.new', 'run.json']);

/** Where a backup goes. `keys`: a folder for the keys, apart from the log; else `keys` in the first one. */
export interface BackupPlace {
  readonly folder: string;
  readonly keys?: string | undefined;
}

/** Copies the log, the keys and the configuration of an instance that may go on serving; into a folder that has a backup of it, adds what is new. Rejects with what is wrong; then the former backup stands. */
export async function backup(environment: NodeJS.ProcessEnv, place: BackupPlace, screen: Screen): Promise<void> {
  const places = readPlaces(environment);
  if (places.kurrentdb !== undefined) throw new Error('the log is in KurrentDB: its cluster is what to back up, and the database of the keys beside it (deploy/kurrentdb/README.md)');
  const folder = resolve(place.folder);
  demandOurs(folder);
  await holding(folder, () => onDatabase(places, ['api', 'keys'], async (connections) => new Run(folder, place.keys, screen).run(environment, connections)));
}

function demandOurs(folder: string): void {
  const stranger = existsSync(folder) ? readdirSync(folder).find((name) => !OURS.has(name)) : undefined;
  if (stranger !== undefined) throw new Error(`${folder} holds ${stranger}, which is no part of a backup: name an empty folder, or one with a backup of this instance`);
}

async function holding<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hold = takeHold(folder);
  try {
    return await work();
  } finally {
    hold.release();
  }
}

function takeHold(folder: string): Hold {
  try {
    return Hold.take(folder);
  } catch (error) {
    if (error instanceof AlreadyRunning) throw new Error(`another backup into ${folder} is under way`, { cause: error });
    throw error;
  }
}

/** One run of a backup. */
class Run {
  private readonly target: BackupFolder;
  private readonly keysFile: string;

  constructor(
    private readonly folder: string,
    private readonly apart: string | undefined,
    private readonly screen: Screen,
  ) {
    this.target = new BackupFolder(folder);
    const keys = resolve(apart ?? join(folder, 'keys'));
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    if (apart === undefined) chmodSync(keys, 0o700);
    this.keysFile = join(keys, KEYS_FILE);
  }

  async run(environment: NodeJS.ProcessEnv, connections: Pick<Connections, 'api' | 'keys'>): Promise<void> {
    const store = new PostgresEventStore({ connection: connections.api, deadlines: { read: 60_000 } });
    try {
      await this.target.make();
      const former = await this.target.manifest();
      await demandSameLog(store, former);
      const header = await this.keysHeader(connections, former);
      await this.target.tidy(former);
      const log = await copyLog(store, this.target.log, former, pace((line) => this.screen.progress(`log: ${line}`)));
      const { backup, run } = header;
      const manifest: Manifest = { format: FORMAT, backup, run, createdAt: formatInstant(instant(Date.now())), xinma: version(), ...log };
      // After the log's head was fixed: every event up to it has its key.
      const count = await this.copyKeys(connections, header);
      await this.writeConfiguration(await configurationText(environment, connections));
      await this.target.propose(manifest);
      await verify({ manifest, log: this.target.log, keysFile: this.keysFile, count }, this.screen);
      await this.target.complete(manifest);
      this.tell(manifest, former, count);
    } finally {
      await store.close();
    }
  }

  private async keysHeader(connections: Pick<Connections, 'keys'>, former: Manifest | undefined): Promise<KeysHeader> {
    const check = await withClient(connections.keys, checkOfKeys);
    const there = (await readKeysHeader(this.keysFile)) ?? { check, run: 0, backup: former?.backup ?? randomUUID() };
    const { backup, run } = former ?? there;
    // Never over keys of somebody else's: there may be no other copy.
    if (there.check !== check || there.backup !== backup) throw new Error(`${this.keysFile} is of another backup: name another folder with --keys`);
    return { format: KEYS_FORMAT, backup, run: Math.max(run, there.run) + 1, check };
  }

  private copyKeys({ keys }: Pick<Connections, 'keys'>, header: KeysHeader): Promise<KeysCount> {
    return withClient(keys, (client) => writeKeys(this.keysFile, header, copiesOfKeys(client)));
  }

  private async writeConfiguration(text: string): Promise<void> {
    const file = join(this.folder, CONFIGURATION);
    await writeDurably(`${file}.new`, text);
    await renameDurably(`${file}.new`, file);
  }

  private tell({ head, chain, files }: Manifest, former: Manifest | undefined, { keys, destroyed }: KeysCount): void {
    const { screen } = this;
    screen.say(`backed up and read back: ${head} events (${BigInt(head) - BigInt(former?.head ?? 0)} of them new) in ${files.length} files, ${keys} keys, ${destroyed} marks of destroyed ones`);
    screen.say(`chained hash ${chain}`);
    screen.say('The master key is NOT in it, and nothing opens without it: keep a copy of it in a third place, apart from the log and from the keys.');
    if (this.apart === undefined) screen.say(`The keys are in ${this.keysFile}: move them apart from the log, or name a folder for them with --keys.`);
    screen.say('Each run replaces the keys: keep no older copy of them, it would open again what was destroyed since.');
  }
}
