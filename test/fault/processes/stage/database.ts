import { chownSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Cluster, type Connection, type Connections, DATABASES, migrate } from '../../../../libs/embedded-postgres/index.js';
import { Volume } from './volumes.js';
import { removeAfterUs } from './watch.js';

/** In megabytes: what the log, its read models and two rebuilds of them take, and what is written ahead between two checkpoints. */
export interface Room {
  readonly data: number;
  readonly wal: number;
}

const ROOM: Room = { data: 2_048, wal: 384 };

const FOLDER = 'postgres';

/** Between two looks whether it takes connections again, in milliseconds. */
const LOOK_AGAIN = 20;

/** The embedded PostgreSQL as `xinma start` runs and supervises it, with its data and its write-ahead log on volumes of their own. Its zone is nobody else's. */
export class Database {
  private constructor(
    private readonly cluster: Cluster,
    /** Where its data is, and where what it writes ahead. */
    readonly data: Volume,
    readonly wal: Volume,
  ) {}

  static async start(home: string, { data: most, wal: ahead }: Room = ROOM): Promise<Database> {
    const [data, wal] = [Volume.make(join(home, 'disk'), most), Volume.make(join(home, 'wal-disk'), ahead)];
    const settings = { timezone: 'Australia/Lord_Howe', max_wal_size: '128MB', min_wal_size: '32MB', wal_recycle: 'off', max_connections: '60' };
    const at = { folder: join(data.folder, FOLDER), settings };
    const first = await Cluster.start(at);
    removeAfterUs({ server: join(first.folder, 'data') });
    await migrate(await first.prepare());
    await first.stop();
    moveLog(join(first.folder, 'data'), join(wal.folder, 'pg_wal'));
    const cluster = await Cluster.launch({ ...at, supervised: () => undefined });
    await cluster.up();
    return new Database(cluster, data, wal);
  }

  get connections(): Connections {
    return this.cluster.connections();
  }

  /** The socket's file. */
  get socket(): string {
    const { host, port } = this.connections.api;
    return `${host}/.s.PGSQL.${port}`;
  }

  superuser(database: string = DATABASES.log): Connection {
    return this.cluster.superuser(database);
  }

  /** The number of its first process; 0 where there is none. */
  get pid(): number {
    const file = join(this.cluster.folder, 'data', 'postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  }

  /** Every process of it, the first one first. */
  get family(): readonly number[] {
    const { pid } = this;
    const children = `/proc/${pid}/task/${pid}/children`;
    return pid === 0 ? [] : [pid, ...(existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ').filter((each) => each !== '').map(Number) : [])];
  }

  /** How often its own log says something of this form. */
  says(pattern: RegExp): number {
    return existsSync(this.log) ? (readFileSync(this.log, 'utf8').match(new RegExp(pattern, 'g')) ?? []).length : 0;
  }

  /** Runs `work` as the superuser, who gets a connection where others don't. Rejects where the server is away. */
  async with<T>(work: (client: Client) => Promise<T>, as: Connection = this.superuser()): Promise<T> {
    const client = new Client({ ...as, connectionTimeoutMillis: 5_000, application_name: 'faults' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Waits until it takes connections. Answers how long that was, in milliseconds. */
  async isBack(within = 60_000): Promise<number> {
    const began = performance.now();
    while (performance.now() < began + within) {
      const isUp = await this.with((client) => client.query('SELECT 1')).then(() => true, () => false);
      if (isUp) return performance.now() - began;
      await sleep(LOOK_AGAIN);
    }
    // It refused everybody who asked meanwhile, and said so to each.
    const said = readFileSync(this.log, 'utf8').split('\n').filter((line) => !line.includes('the database system is'));
    throw new Error(`the database does not come back: ${said.join('\n').slice(-3_000)}`);
  }

  private get log(): string {
    return `${join(this.data.folder, FOLDER)}.log`;
  }

  async stop(): Promise<void> {
    this.data.free();
    this.wal.free();
    await this.cluster.stop();
    this.wal.remove();
    this.data.remove();
  }
}

/** As an administrator does who gives the write-ahead log a disk of its own. */
function moveLog(data: string, to: string): void {
  const from = join(data, 'pg_wal');
  const { uid, gid } = statSync(from);
  cpSync(from, to, { recursive: true });
  own(to, uid, gid);
  renameSync(from, `${from}.moved`);
  rmSync(`${from}.moved`, { recursive: true });
  symlinkSync(to, from);
}

function own(folder: string, uid: number, gid: number): void {
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) own(join(folder, entry.name), uid, gid);
    else chownSync(join(folder, entry.name), uid, gid);
  }
}
