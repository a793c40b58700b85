import { join } from 'node:path';
import { Client } from 'pg';
import type { Connection } from '../../../libs/embedded-postgres/index.js';

/** The tables that an import of results writes, and the rows of them that came after a position. */
const TABLES = ['ledger.event', 'read_model.copy', 'read_model.standing_result', 'read_model.access_entry'] as const;

const twin = (table: string): string => `import_limit.${table.replace('.', '_')}`;

/** The limit: the server's own COPY from files beside its data, into tables like ours with the same columns and indexes, in one transaction. No network, no judgement. */
export class CopyLimit {
  private constructor(
    private readonly client: Client,
    /** Where the server's data is. */
    readonly folder: string,
  ) {}

  /** Makes the tables, as full as ours are now. */
  static async open(superuser: Connection): Promise<CopyLimit> {
    const client = new Client(superuser);
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    await client.query('CREATE SCHEMA import_limit');
    for (const table of TABLES) await client.query(`CREATE TABLE ${twin(table)} (LIKE ${table} INCLUDING ALL)`);
    for (const table of TABLES) await client.query(`INSERT INTO ${twin(table)} SELECT * FROM ${table}`);
    return new CopyLimit(client, rows[0]?.folder ?? '');
  }

  /** Writes everything down: both sides begin with nothing owed to the disk. */
  async checkpoint(): Promise<void> {
    await this.client.query('CHECKPOINT');
  }

  /** Copies the very rows that ours wrote after `position`; milliseconds. Rejects where the tables are not equal afterwards. */
  async copy(position: bigint): Promise<number> {
    const files = TABLES.map((table) => ({ table, file: join(this.folder, `import-limit-${table}.copy`) }));
    for (const { table, file } of files) await this.client.query(`COPY (SELECT * FROM ${table} WHERE position > ${position} ORDER BY position) TO '${file}'`);
    await this.checkpoint();
    const began = performance.now();
    await this.client.query('BEGIN');
    for (const { table, file } of files) await this.client.query(`COPY ${twin(table)} FROM '${file}'`);
    await this.client.query('COMMIT');
    const took = performance.now() - began;
    for (const table of TABLES) await this.assertEqual(table);
    return took;
  }

  /** How many results stand in the log after `position`, on how many tubes, and in the read model. */
  async results(position: bigint): Promise<{ readonly events: number; readonly tubes: number; readonly standing: number }> {
    const { rows } = await this.client.query<{ events: string; tubes: string; standing: string }>(
      `SELECT count(*) AS events, count(DISTINCT stream) AS tubes, (SELECT count(*) FROM read_model.standing_result WHERE position > $1) AS standing
       FROM ledger.readable WHERE position > $1 AND type = 'ResultRecorded'`,
      [position.toString()],
    );
    return { events: Number(rows[0]?.events), tubes: Number(rows[0]?.tubes), standing: Number(rows[0]?.standing) };
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async assertEqual(table: (typeof TABLES)[number]): Promise<void> {
    const { rows } = await this.client.query<{ ours: string; theirs: string }>(`SELECT (SELECT count(*) FROM ${table}) AS ours, (SELECT count(*) FROM ${twin(table)}) AS theirs`);
    if (rows[0]?.ours !== rows[0]?.theirs) throw new Error(`the copy of ${table} has ${rows[0]?.theirs} rows, not ${rows[0]?.ours}`);
  }
}
