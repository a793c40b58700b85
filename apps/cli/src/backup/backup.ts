import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BackupFolder, FORMAT, isOurs, KEYS_FILE, KEYS_FORMAT, type KeysCount, type KeysHeader, type Manifest, readKeysHeader, writeKeys } from '../../../../libs/backup/index.js';
import { isWritable, readPlaces } from '../../../../libs/configuration/index.js';
import { type Connections, withClient } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { formatInstant, instant } from '../../../../libs/kernel/index.js';
import { checkOfKeys, copiesOfKeys } from '../../../../libs/vault-postgres/index.js';
import type { Screen } from '../feed/screen.js';
import { onDatabase } from '../instance/at-rest.js';
import { isHalfRestored } from '../instance/restore-mark.js';
import { AlreadyRunning, Hold, NoLinks } from '../instance/run-file.js';
import { logPace } from '../log-pace.js';
import { version } from '../version.js';
import { configurationText } from './configuration.js';
import { backUpLog, demandSameLog } from './back-up-log.js';
import { type BackupPlace, keysFileFor } from './place.js';
import { verify } from './verify.js';

/** Copies the log, the keys and the configuration of an instance that may go on serving; into a folder that has a backup of it, adds what is new. Rejects with what is wrong; then the former backup stands. */
export async function backup(environment: NodeJS.ProcessEnv, place: BackupPlace, screen: Screen): Promise<void> {
  const places = readPlaces(environment);
  if (places.kurrentdb !== undefined) throw new Error('the log is in KurrentDB: its cluster is what to back up, and the database of the keys beside it (deploy/kurrentdb/README.md)');
  const keysFile = keysFileFor(place);
  const folder = resolve(place.folder);
  demandOurs(folder);
  const files = { folder, keysFile, apart: place.keys !== undefined };
  // Both: of two that find no keys there, one would go over those of the other.
  await holding(folder, () => holding(dirname(keysFile), () => onDatabase(places, ['api', 'keys'], async (connections) => new Run(files, screen).run(environment, connections))));
}

function demandOurs(folder: string): void {
  const stranger = existsSync(folder) ? readdirSync(folder).find((name) => !isOurs(name)) : undefined;
  if (stranger !== undefined) throw new Error(`${folder} holds ${stranger}, which is no part of a backup: name an empty folder, or one with a backup of this instance`);
}

async function holding<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (!isWritable(folder)) throw new Error(`${folder} is no folder that can be written, nor one that can be made`);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hold = takeHold(folder);
  try {
    return await work();
  } finally {
    hold?.release();
  }
}

/** Undefined on a medium that knows no links: keys are often carried on one. */
function takeHold(folder: string): Hold | undefined {
  try {
    return Hold.take(folder);
  } catch (error) {
    if (error instanceof AlreadyRunning) throw new Error(`another backup into ${folder} is under way`, { cause: error });
    if (error instanceof NoLinks) return undefined;
    throw error;
  }
}

/** The files of a run. `apart`: the keys' folder was named. */
interface Files {
  readonly folder: string;
  readonly keysFile: string;
  readonly apart: boolean;
}

/** One run of a backup. */
class Run {
  private readonly target: BackupFolder;

  constructor(
    private readonly files: Files,
    private readonly screen: Screen,
  ) {
    this.target = new BackupFolder(files.folder);
    const keys = dirname(files.keysFile);
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    if (!files.apart) chmodSync(keys, 0o700);
  }

  async run(environment: NodeJS.ProcessEnv, connections: Pick<Connections, 'api' | 'keys'>): Promise<void> {
    const store = new PostgresEventStore({ connection: connections.api, deadlines: { read: 60_000 } });
    try {
      // It may be what an instance of an older version recorded there, and stand nowhere else.
      if (await withClient(connections.api, isHalfRestored)) this.screen.say('a restore was cut here, or its check found something wrong: this is a backup of what it left');
      await this.target.make();
      const former = await this.target.manifest();
      await demandSameLog(store, former);
      const header = await this.keysHeader(connections, former);
      await this.target.tidy(former);
      const log = await backUpLog(store, this.target.log, former, logPace((line) => this.screen.progress(`log: ${line}`)));
      const { backup, run } = header;
      const configuration = await this.target.configure(await configurationText(environment, connections));
      const manifest: Manifest = { format: FORMAT, backup, run, createdAt: formatInstant(instant(Date.now())), xinma: version(), ...log, configuration };
      // Before the keys: cut in between, the next run knows them for its own.
      await this.target.propose(manifest);
      // After the log's head was fixed: every event up to it has its key.
      const count = await this.copyKeys(connections, header);
      await verify({ manifest, log: this.target.log, keysFile: this.files.keysFile, count }, this.screen);
      // All that a restore demands.
      await this.target.demandConfiguration(manifest);
      await this.target.demandNoStranger(manifest);
      await this.target.complete(manifest);
      this.tell(manifest, former, count);
    } finally {
      await store.close();
    }
  }

  private async keysHeader(connections: Pick<Connections, 'keys'>, former: Manifest | undefined): Promise<KeysHeader> {
    const check = await withClient(connections.keys, checkOfKeys);
    const { backup, run } = former ?? (await this.target.proposed()) ?? { backup: randomUUID(), run: 0 };
    const there = (await readKeysHeader(this.files.keysFile)) ?? { backup, run, check };
    // Never over keys of somebody else's, of a clone's for instance: there may be no other copy. Without a check value there were none yet.
    if (there.backup !== backup || !['', check].includes(there.check)) throw new Error(`${this.files.keysFile} is of another backup: name another folder with --keys`);
    return { format: KEYS_FORMAT, backup, run: Math.max(run, there.run) + 1, check };
  }

  private copyKeys({ keys }: Pick<Connections, 'keys'>, header: KeysHeader): Promise<KeysCount> {
    return withClient(keys, (client) => writeKeys(this.files.keysFile, header, copiesOfKeys(client)));
  }

  private tell({ head, chain, files }: Manifest, former: Manifest | undefined, { keys, destroyed }: KeysCount): void {
    const { screen } = this;
    screen.say(`backed up and read back: ${head} events (${BigInt(head) - BigInt(former?.head ?? 0)} of them new) in ${files.length} files, ${keys} keys, ${destroyed} marks of destroyed ones`);
    screen.say(`chained hash ${chain}`);
    screen.say('The master key is NOT in it, and nothing opens without it: keep a copy of it in a third place, apart from the log and from the keys.');
    if (!this.files.apart) screen.say(`The keys are in ${this.files.keysFile}: move them apart from the log, or name a folder for them with --keys.`);
    screen.say('Each run replaces the keys: keep no older copy of them, it would open again what was destroyed since.');
    const left = this.olderKeys();
    if (left !== undefined) screen.say(`Older keys are in ${left}, beside the log, from before they went apart: remove them.`);
  }

  /** Keys of runs whose keys did not go apart yet. */
  private olderKeys(): string | undefined {
    const { folder, keysFile } = this.files;
    const beside = join(folder, 'keys', KEYS_FILE);
    return existsSync(beside) && realpathSync(beside) !== realpathSync(keysFile) ? beside : undefined;
  }
}
