import { join } from 'node:path';
import { Client } from 'pg';
import type { Side } from '../pairs.js';
import type { Ground } from '../peers/index.js';
import { RESULTS_A_BATCH } from './batches.js';
import { TABLE } from './read-model.js';

/** What a batch of ours writes, and which of its columns says in which order. */
const TABLES = [
  { name: 'ledger.event', by: 'position' },
  { name: TABLE, by: 'n' },
] as const;

const twin = (name: string): string => `copied.${name.replace('.', '_')}`;

/** The limit: the server's own COPY, from files beside its data, of the very rows that ours wrote last, into tables with the same columns and indexes, in one transaction. Nothing is judged and nothing travels. */
export class CopySide implements Side {
  readonly name = 'COPY';
  private copied = 0;

  private constructor(
    private readonly client: Client,
    private readonly folder: string,
  ) {}

  /** Makes the tables in our database, as full as ours are. */
  static async enter({ cluster }: Ground, database: string): Promise<CopySide> {
    const client = new Client(cluster.superuser(database));
    await client.connect();
    await client.query('create schema copied');
    for (const { name } of TABLES) {
      await client.query(`create table ${twin(name)} (like ${name} including all)`);
      await client.query(`insert into ${twin(name)} select * from ${name}`);
    }
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return new CopySide(client, rows[0]?.folder ?? '');
  }

  /** After a batch of ours. */
  async turn(): Promise<number> {
    const files = TABLES.map(({ name, by }) => ({ name, by, file: join(this.folder, `copied-${name}`) }));
    for (const { name, by, file } of files) await this.client.query(`copy (select * from (select * from ${name} order by ${by} desc limit ${RESULTS_A_BATCH}) as last order by ${by}) to '${file}'`);
    const began = performance.now();
    await this.client.query('begin');
    for (const { name, file } of files) await this.client.query(`copy ${twin(name)} from '${file}'`);
    await this.client.query('commit');
    this.copied += 1;
    return performance.now() - began;
  }

  /** Rejects unless its tables hold what ours do. */
  async end(): Promise<void> {
    for (const { name } of TABLES) {
      const { rows } = await this.client.query<{ other: string }>(`select count(*)::text as other from (table ${name} except table ${twin(name)}) as missing`);
      if (rows[0]?.other !== '0') throw new Error(`after ${this.copied} batches, ${rows[0]?.other} rows of ${name} were not copied`);
    }
    await this.client.end();
  }
}
