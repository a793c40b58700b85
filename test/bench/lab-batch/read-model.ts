import { Client } from 'pg';
import { type Cluster, type Connection, withClient } from '../../../libs/embedded-postgres/index.js';
import type { Admitted } from './batches.js';

/** What everybody's results are read from: a row for each stream, found by its subject. */
export const TABLE = 'bench_result';

const INSERT = {
  name: 'bench-result',
  text: `insert into ${TABLE} (stream, subject, n) select * from unnest($1::text[], $2::text[], $3::bigint[])`,
};

/** The same table in every store's database, filled by the same statement, one for the whole batch. */
export class ReadModel {
  private constructor(private readonly client: Client) {}

  static async make(cluster: Cluster, database: string): Promise<ReadModel> {
    const connection: Connection = cluster.superuser(database);
    await withClient(connection, async (client) => {
      await client.query(`create table ${TABLE} (stream text primary key, subject text not null, n bigint not null)`);
      await client.query(`create index ${TABLE}_subject on ${TABLE} (subject)`);
    });
    const client = new Client(connection);
    await client.connect();
    return new ReadModel(client);
  }

  async add(results: readonly Admitted[]): Promise<void> {
    await this.client.query({ ...INSERT, values: [results.map(({ stream }) => stream), results.map(({ subject }) => subject), results.map(({ n }) => n)] });
  }

  /** How many rows it has. */
  async count(): Promise<number> {
    const { rows } = await this.client.query<{ rows: string }>(`select count(*)::text as rows from ${TABLE}`);
    return Number(rows[0]?.rows);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
