import type { ClientBase } from 'pg';
import { SCHEMA } from '../entities.js';
import { asHashed, RowsHash, type TableHash } from '../table-hash.js';
import { LASTING, THEN } from './tables.js';

/**
 * Hashes of the tables whose rows stay, as the fold goes on. Up to the snapshot it began at, their rows are read from the live tables, and believed only where
 * they hash to what the snapshot says; behind it, from the replay's own.
 */
export class LastingHashes {
  private readonly hashes = LASTING.map((table) => ({ table, hash: new RowsHash(table) }));

  /** `reached`: up to which position rows were added. */
  constructor(private reached: bigint) {}

  /** Of the live rows up to a position. */
  static async ofLive(client: ClientBase, position: bigint): Promise<LastingHashes> {
    const made = new LastingHashes(position);
    await asHashed(client);
    for (const { table, hash } of made.hashes) await hash.add(client, `${SCHEMA}."${table.name}"`, `t."position" <= ${position}`);
    return made;
  }

  /** With what the replay has folded since. */
  async upToDate(client: ClientBase): Promise<readonly TableHash[]> {
    await asHashed(client);
    const { rows } = await client.query<{ position: string }>(`SELECT coalesce((SELECT "position" FROM ${THEN}.checkpoint), 0) AS "position"`);
    for (const { table, hash } of this.hashes) await hash.add(client, `${THEN}."${table.name}"`, `t."position" > ${this.reached}`);
    this.reached = BigInt(rows[0]?.position ?? 0);
    return this.soFar();
  }

  soFar(): readonly TableHash[] {
    return this.hashes.map(({ hash }) => hash.soFar());
  }
}
