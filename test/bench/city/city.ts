import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { connect } from '../../../apps/api/src/app.module.js';
import { NODE_FLAGS } from '../../../apps/cli/src/instance/node-flags.js';
import { Projector } from '../../../apps/projector/src/projector.js';
import { Institutions } from '../../../libs/application/institutions/index.js';
import { Ledger } from '../../../libs/application/ledger/index.js';
import { Names } from '../../../libs/application/names.js';
import { SystemClock } from '../../../libs/application/ports/index.js';
import { Cluster, type Connection, type Connections, migrate } from '../../../libs/embedded-postgres/index.js';
import { runningOn } from '../../../libs/embedded-postgres/postmaster.js';
import type { Instant } from '../../../libs/kernel/index.js';
import type { BenchRun } from '../bench.js';
import { findGenerator, type Generator } from '../load/generator.js';
import { postgresFacts } from '../machine.js';
import { fillTextbook } from '../textbook/database.js';
import type { TextbookOptions } from '../textbook/server.js';
import { serve, type Served } from './child.js';
import { oidcOf } from './oidc.js';
import type { OurOptions } from './our-api.js';
import { type CitySize, seedCity } from './seed.js';
import { type BenchIssuer, benchIssuer } from './sign-ins.js';

/** People who are signed in, in the order of how often they ask. */
export interface BenchCitySize extends CitySize {
  readonly signedIn: number;
}

const QUICK: BenchCitySize = { citizens: 20_000, viewers: 2_000, bases: 10_000, signedIn: 5_000 };
const FULL: BenchCitySize = { citizens: 1_000_000, viewers: 20_000, bases: 100_000, signedIn: 50_000 };

/** How long a killed server is waited for, in milliseconds. */
const NEVER = 60_000;

interface Parts {
  readonly cluster: Cluster;
  readonly connections: Connections;
  readonly textbook: Connection;
  readonly signIns: BenchIssuer;
  readonly masterKey: Buffer;
}

/** One Postgres with the same city twice: in our ledger and read models, and in the textbook's tables. Servers of either side run on it. */
export class City {
  /** Access tokens of the people who are signed in. */
  readonly tokens: string[] = [];
  readonly now: Instant = new SystemClock().now();
  readonly generator: Generator;

  private constructor(
    readonly size: BenchCitySize,
    readonly folder: string,
    private readonly parts: Parts,
  ) {
    this.generator = findGenerator(folder);
  }

  static async found(run: BenchRun): Promise<City> {
    const size = run.quick ? QUICK : FULL;
    const [folder, signIns, masterKey] = [mkdtempSync(join(tmpdir(), 'xinma-bench-')), await benchIssuer(), randomBytes(32)];
    const cluster = await Cluster.start({ folder: join(folder, 'postgres'), supervised: () => undefined });
    const connections = await cluster.prepare();
    const city = new City(size, folder, { cluster, connections, textbook: cluster.superuser('textbook'), signIns, masterKey });
    run.say(`load: ${city.generator.name}`);
    try {
      run.say(await postgresFacts(connections.api));
      await city.settle(run);
      run.progress('signing people in');
      for (let index = 0; index < size.signedIn; index++) city.tokens.push(await signIns.token(index));
      return city;
    } catch (error) {
      await city.close();
      throw error;
    }
  }

  /** Our API, as a process of its own. */
  ours(recording = true): Promise<Served> {
    const { connections, signIns, masterKey } = this.parts;
    const options: OurOptions = { connections, masterKey: masterKey.toString('hex'), signIns: plain(signIns), recording };
    return serve('city/our-api', options, join(this.folder, 'ours.log'), NODE_FLAGS);
  }

  /** The textbook twin, as a process of its own. */
  textbook(): Promise<Served> {
    const options: TextbookOptions = { connection: this.parts.textbook, signIns: plain(this.parts.signIns) };
    return serve('textbook/server', options, join(this.folder, 'textbook.log'));
  }

  /** How many events of a type the log holds. */
  async events(type: string): Promise<number> {
    return this.one(this.parts.cluster.superuser(this.parts.connections.owner.database), 'SELECT count(*)::integer AS n FROM ledger.readable WHERE type = $1', [type]);
  }

  /** How many of these ids are views in the log. */
  async eventsOf(ids: readonly string[]): Promise<number> {
    return this.one(this.parts.cluster.superuser(this.parts.connections.owner.database), `SELECT count(*)::integer AS n FROM ledger.readable WHERE id = ANY($1::uuid[]) AND type = 'ViewDisclosed'`, [ids]);
  }

  /** Resolves once the read models have passed all that is in the log: what one side left to be projected is not done in another's turn. */
  async settled(): Promise<void> {
    const behind = `SELECT (SELECT coalesce(max("position"), 0) FROM ledger.event) - (SELECT coalesce(max("position"), 0) FROM read_model.checkpoint) AS n`;
    while ((await this.one(this.parts.cluster.superuser(this.parts.connections.owner.database), behind, [])) > 0) await sleep(50);
  }

  /**
   * Kills the server; it is started again by itself, as `xinma start` does it. Resolves once another one takes connections: until the sessions of the killed one have noticed, they answer.
   * Rejects where none does within a minute.
   */
  async killPostgres(): Promise<void> {
    const data = join(this.parts.cluster.folder, 'data');
    const killed = runningOn(data);
    if (killed === undefined) throw new Error('there is no server to kill');
    process.kill(killed.pid, 'SIGKILL');
    for (const until = performance.now() + NEVER; performance.now() < until; await sleep(5)) {
      const next = runningOn(data);
      if (next?.ready === true && next.pid !== killed.pid) return;
    }
    throw new Error('no server was back within a minute');
  }

  /** How many rows of the twin's access log were shown. */
  async textbookViews(): Promise<number> {
    return this.one(this.parts.textbook, 'SELECT count(*)::integer AS n FROM access_log WHERE shown', []);
  }

  async close(): Promise<void> {
    this.parts.signIns.close();
    await this.parts.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Fills both databases; afterwards the read models have passed everything. */
  private async settle(run: BenchRun): Promise<void> {
    const { cluster, connections, textbook, signIns, masterKey } = this.parts;
    await migrate(connections);
    const connected = await connect({ connections, masterKey, oidc: oidcOf(signIns), clock: new SystemClock() });
    const ending = new AbortController();
    const projector = new Projector({ store: connected.adapters.store, connection: connections.projector, hint: connected.hint });
    projector.start(ending.signal);
    const { store, vault, index, readModels } = connected.adapters;
    const names = new Names(index);
    const ledger = new Ledger(store, vault, names);
    const institutions = new Institutions(ledger, new SystemClock(), names, index);
    const seeding = { ledger, names, institutions, issuer: signIns.issuer, now: this.now, progress: (line: string) => run.progress(line) };
    try {
      await seedCity(seeding, this.size);
      run.progress('projecting');
      if (!(await readModels.reached(await store.head(), 900_000))) throw new Error('the read models did not catch up');
    } finally {
      ending.abort();
      await projector.stopped;
      await connected.close();
    }
    run.progress('filling the textbook');
    await query(cluster.superuser(), 'CREATE DATABASE textbook');
    await fillTextbook(textbook, this.size, this.now);
    await query(cluster.superuser(connections.owner.database), 'VACUUM ANALYZE');
    await query(cluster.superuser(), 'CHECKPOINT');
  }

  private async one(connection: Connection, text: string, values: readonly unknown[]): Promise<number> {
    const rows = await query(connection, text, values);
    return Number((rows[0] as { n: unknown } | undefined)?.n);
  }
}

const plain = ({ issuer, audience, jwksUri }: BenchIssuer): Pick<BenchIssuer, 'issuer' | 'audience' | 'jwksUri'> => ({ issuer, audience, jwksUri });

async function query(connection: Connection, text: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

let shared: Promise<City> | undefined;
let users = 0;

/** Who measures in it. */
const USERS = ['P1', 'P3', 'P14'];

/** The run's one city, founded by the first bench that asks; the last of those that were asked for tears it down. */
export async function inCity<T>(run: BenchRun, work: (city: City) => Promise<T>): Promise<T> {
  users += 1;
  const expected = USERS.filter((name) => run.only.has(name)).length;
  try {
    return await work(await (shared ??= City.found(run)));
  } finally {
    if (users === expected) await (await shared)?.close();
  }
}
