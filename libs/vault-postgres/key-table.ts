import type { Pool } from 'pg';
import type { KeyRef } from '../kernel/index.js';
import { keyId } from '../vault/index.js';

/** A row of the table: wrapped bytes, or destroyed. */
export type StoredKey = Buffer | 'destroyed';

/** The table of wrapped keys, in sets: one statement for any number of refs. */
export class KeyTable {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** The rows that are there. */
  async find(refs: readonly KeyRef[]): Promise<Map<string, StoredKey>> {
    const { rows } = await this.pool.query<KeyRef & { wrapped: Buffer | null }>({
      name: 'find-keys',
      text: 'SELECT owner, class, wrapped FROM vault.subject_key WHERE (owner, class) IN (SELECT * FROM unnest($1::text[], $2::text[]))',
      values: [refs.map((ref) => ref.owner), refs.map((ref) => ref.class)],
    });
    return new Map(rows.map((row) => [keyId(row), row.wrapped ?? 'destroyed']));
  }

  /** Adds keys where there is no row yet; answers with the rows that stand afterwards, whoever made them. */
  async add(keys: readonly (readonly [KeyRef, Buffer])[]): Promise<Map<string, StoredKey>> {
    // In one order everywhere: two makers of the same keys wait for each other, never in a circle.
    const sorted = keys.toSorted(([one], [other]) => (keyId(one) < keyId(other) ? -1 : 1));
    await this.pool.query({
      name: 'add-keys',
      text: 'INSERT INTO vault.subject_key (owner, class, wrapped) SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[]) ON CONFLICT DO NOTHING',
      values: [sorted.map(([ref]) => ref.owner), sorted.map(([ref]) => ref.class), sorted.map(([, wrapped]) => wrapped)],
    });
    return this.find(sorted.map(([ref]) => ref));
  }

  /** Leaves a row without bytes, also where no key was ever made. */
  async destroy(ref: KeyRef): Promise<void> {
    await this.pool.query(
      `INSERT INTO vault.subject_key AS k (owner, class, destroyed_at) VALUES ($1, $2, now())
       ON CONFLICT (owner, class) DO UPDATE SET wrapped = NULL, destroyed_at = now() WHERE k.destroyed_at IS NULL`,
      [ref.owner, ref.class],
    );
  }

  /** The value that recognises the master key; `mine` becomes it where there is none. */
  async masterCheck(mine: Buffer): Promise<Buffer | undefined> {
    const kept = await this.masterKept();
    if (kept !== undefined) return kept;
    await this.pool.query('INSERT INTO vault.master_key (check_value) VALUES ($1) ON CONFLICT DO NOTHING', [mine]);
    return this.masterKept();
  }

  private async masterKept(): Promise<Buffer | undefined> {
    const { rows } = await this.pool.query<{ check_value: Buffer }>('SELECT check_value FROM vault.master_key');
    return rows[0]?.check_value;
  }
}
