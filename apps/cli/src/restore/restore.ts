import { readPlaces, type Places } from '../../../../libs/configuration/index.js';
import { migrate, withClient } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore, streamsWithGaps } from '../../../../libs/event-store-postgres/index.js';
import { inspect, ownConnections } from '../../../../libs/own-postgres/index.js';
import { hashTables, SCHEMA, type TableHash, transaction } from '../../../../libs/read-models/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import type { BackupPlace } from '../backup/place.js';
import { painted, type Screen } from '../feed/screen.js';
import { onClusterAtRest } from '../instance/at-rest.js';
import { Hold } from '../instance/run-file.js';
import { logPace } from '../log-pace.js';
import { type Found, judge, readBack } from './check.js';
import { demandNobody, groundFor, type Owned, takeGround, unmark } from './ground.js';
import { leavings } from './leavings.js';
import { load, project } from './load.js';
import { masterKeyFor, openSource, type Source } from './source.js';

/**
 * Puts a backup into an empty installation and checks what stands there afterwards. True where it is what was backed up. Rejects, before anything is written, where
 * the backup is not whole, the master key is another, an instance runs there, or there is data.
 */
export async function restore(environment: NodeJS.ProcessEnv, place: BackupPlace, screen: Screen): Promise<boolean> {
  const places = readPlaces(environment);
  if (places.kurrentdb !== undefined) throw new Error('a backup is restored into PostgreSQL: unset EVENT_STORE and KURRENTDB_URL, and move the log afterwards (xinma copy-log)');
  const source = await openSource(place, screen);
  const masterKey = masterKeyFor(source, environment, places.home);
  return onGround(places, (at) => new Restore(source, at, screen).run(masterKey));
}

/** The databases, as their owner, with no instance on this home. */
export async function onGround<T>({ home, database }: Places, work: (at: Owned) => Promise<T>): Promise<T> {
  if (database === undefined) return onClusterAtRest(home, async (cluster) => work(await cluster.prepare()));
  const at = ownConnections(database, ['owner', 'keysOwner']);
  const hold = Hold.take(home);
  try {
    await inspect(at);
    await demandNobody(at);
    return await work(at);
  } finally {
    hold.release();
  }
}

/** One restore. */
class Restore {
  constructor(
    private readonly source: Source,
    private readonly at: Owned,
    private readonly screen: Screen,
  ) {}

  async run(masterKey: Uint8Array): Promise<boolean> {
    const ground = await groundFor(this.at);
    await migrate(this.at);
    await takeGround(this.at, ground, ground === 'empty' ? 0n : await this.left());
    await load(this.source, this.at, this.screen);
    const store = new PostgresEventStore({ connection: this.at.owner, deadlines: { read: 60_000 } });
    try {
      await project(store, this.at, this.screen);
      return await this.check(store, masterKey);
    } finally {
      await store.close();
    }
  }

  private async left(): Promise<bigint> {
    const left = await leavings(this.at, this.source);
    this.screen.say('a restore was cut here before: its leavings are removed, and it starts over');
    return left;
  }

  private async check(store: PostgresEventStore, masterKey: Uint8Array): Promise<boolean> {
    const vault = await PostgresVault.open(this.at.keysOwner, masterKey);
    try {
      const show = logPace((line) => this.screen.progress(`check: ${line}`));
      const found = await withClient(this.at.keysOwner, (keys) => readBack({ store, vault, keys, show }));
      const wrong = judge(found, this.source.manifest, await withClient(this.at.owner, streamsWithGaps));
      const tables = await withClient(this.at.owner, (client) => transaction(client, () => hashTables(client, SCHEMA)));
      // Before it is told: who listens may be gone.
      if (wrong.length === 0) await unmark(this.at);
      this.tell(found, tables);
      for (const words of wrong) this.screen.say(painted('red', `wrong: ${words}`));
      return wrong.length === 0;
    } finally {
      await vault.close();
    }
  }

  private tell({ head, chain, keys, opened }: Found, tables: readonly TableHash[]): void {
    const { screen } = this;
    screen.say(`restored: ${head} events, chained hash ${chain}`);
    screen.say(`keys of sealed fields: ${keys.whole}, ${keys.destroyed} destroyed, ${keys.missing} missing; ${opened} fields opened to try`);
    for (const { table, rows, hash } of tables) screen.say(`${table.padEnd(16)} ${String(rows).padStart(9)}  ${hash}`);
  }
}
