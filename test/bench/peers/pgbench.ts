import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, withClient } from '../../../libs/embedded-postgres/index.js';
import { makeDatabase } from './database.js';
import type { Ground } from './ground.js';
import { PAYLOAD_BYTES, payload } from './payload.js';

/** What one run of pgbench did. */
export interface PgbenchRun {
  /** Transactions a second. */
  readonly rate: number;
  readonly transactions: number;
  /** Milliseconds of each transaction. */
  readonly latencies: readonly number[];
}

/** The version of pgbench on this machine; undefined where it has none: it comes with a system's PostgreSQL, not from npm. */
export function pgbenchVersion(): string | undefined {
  try {
    return /\d+(\.\d+)?/.exec(execFileSync('pgbench', ['--version'], { encoding: 'utf8' }))?.[0];
  } catch {
    return undefined;
  }
}

const TABLE = 'create table event (position bigserial primary key, stream uuid not null, revision integer not null, data bytea not null, unique (stream, revision))';

/** The floor below every store: pgbench inserts one row a transaction, prepared, into a table with the same two indexes. */
export class Pgbench {
  private constructor(
    private readonly cluster: Cluster,
    private readonly database: string,
    private readonly folder: string,
  ) {}

  static async make({ cluster, folder }: Ground, database: string): Promise<Pgbench> {
    const connection = await makeDatabase(cluster, database);
    await withClient(connection, (client) => client.query(TABLE));
    const made = new Pgbench(cluster, database, folder);
    const data = Buffer.from(JSON.stringify(payload(1))).subarray(0, PAYLOAD_BYTES).toString('hex');
    writeFileSync(made.script, `insert into event (stream, revision, data) values (gen_random_uuid(), 0, '\\x${data}');\n`);
    return made;
  }

  /** So many clients for so many whole seconds; `logged`: with the latency of each. */
  async run(clients: number, seconds: number, logged = false): Promise<PgbenchRun> {
    const { host, port, user, password } = this.cluster.superuser(this.database);
    const logs = mkdtempSync(join(this.folder, 'pgbench-'));
    const how = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(seconds), '-f', this.script, ...(logged ? ['-l'] : [])];
    const environment = { PATH: process.env['PATH'], PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: password };
    const { stdout } = await promisify(execFile)('pgbench', [...how, this.database], { cwd: logs, env: environment });
    // Each line: client, number of the transaction, microseconds, ...
    const lines = readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').trimEnd().split('\n'));
    rmSync(logs, { recursive: true, force: true });
    const [rate, transactions] = [/tps = ([\d.]+) \(without/, /actually processed: (\d+)/].map((told) => Number(told.exec(stdout)?.[1]));
    if (rate === undefined || transactions === undefined || !(rate > 0) || !(transactions > 0)) throw new Error(`pgbench said no rate: ${stdout}`);
    return { rate, transactions, latencies: lines.map((line) => Number(line.split(' ')[2]) / 1_000) };
  }

  /** How many rows stand in its table. */
  async count(): Promise<number> {
    return withClient(this.cluster.superuser(this.database), async (client) => Number((await client.query<{ rows: string }>('select count(*)::text as rows from event')).rows[0]?.rows));
  }

  private get script(): string {
    return join(this.folder, `${this.database}.sql`);
  }
}
