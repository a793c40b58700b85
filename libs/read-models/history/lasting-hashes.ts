import type { ClientBase } from 'pg';
import { asHashed, RowsHash, type TableHash } from '../table-hash.js';
import { LASTING, THEN } from './tables.js';

/** Hashes of the tables whose rows stay, as the fold goes on: from where a snapshot left them, so that no row before it is read again. */
export class LastingHashes {
  private readonly tables;

  /** `reached`: up to which position `before` says what they are. */
  constructor(
    private reached: bigint,
    before: readonly TableHash[],
  ) {
    this.tables = LASTING.map((table) => ({ name: table.name, rows: new RowsHash(table, before.find((hash) => hash.table === table.name)) }));
  }

  /** With what has been folded since, inside the caller's transaction. */
  async upToDate(client: ClientBase): Promise<readonly TableHash[]> {
    await asHashed(client);
    const { rows } = await client.query<{ position: string }>(`SELECT coalesce((SELECT "position" FROM ${THEN}.checkpoint), 0) AS "position"`);
    for (const { name, rows } of this.tables) await rows.add(client, `${THEN}."${name}"`, `t."position" > ${this.reached}`);
    this.reached = BigInt(rows[0]?.position ?? 0);
    return this.tables.map(({ rows }) => rows.soFar());
  }
}
