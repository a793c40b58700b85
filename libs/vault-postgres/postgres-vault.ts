import { randomBytes } from 'node:crypto';
import { Pool, type PoolConfig } from 'pg';
import type { KeyRef } from '../kernel/index.js';
import { KEY_BYTES, KeyDestroyed, keyId, KeyRing, MasterKey, type Opener, type Sealer, Vault, VaultUnavailable } from '../vault/index.js';
import { KeyCache } from './key-cache.js';
import { KeyTable, type StoredKey } from './key-table.js';
import { Lookups } from './lookups.js';

/** The keys there were wrapped by another master key: nothing would open, so nothing starts. */
export class OtherMasterKey extends Error {
  constructor() {
    super('this data was sealed under another master key');
    this.name = 'OtherMasterKey';
  }
}

const CACHED_KEYS = 100_000;
const CACHED_MILLISECONDS = 60_000;

/** A vault in a database of its own. A key stands there, committed, before anything is sealed under it. */
export class PostgresVault extends Vault {
  private readonly cache = new KeyCache(CACHED_KEYS, CACHED_MILLISECONDS);
  private readonly destroyed = new Set<string>();
  private readonly table: KeyTable;
  private readonly lookups: Lookups;

  private constructor(
    private readonly pool: Pool,
    private readonly master: MasterKey,
  ) {
    super();
    this.table = new KeyTable(pool);
    this.lookups = new Lookups((refs) => this.table.find(refs));
  }

  /** Opens the vault as the role of its keys. Rejects with `OtherMasterKey`, with `VaultUnavailable`. */
  static async open(connection: PoolConfig, masterKey: Uint8Array): Promise<PostgresVault> {
    const pool = new Pool({ max: 4, connectionTimeoutMillis: 5_000, query_timeout: 5_000, ...connection });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    const vault = new PostgresVault(pool, new MasterKey(masterKey));
    try {
      const kept = await translate(() => vault.table.masterCheck(vault.master.checkValue()));
      if (kept === undefined || !vault.master.made(kept)) throw new OtherMasterKey();
      return vault;
    } catch (error) {
      await vault.close();
      throw error;
    }
  }

  override async sealer(asked: readonly KeyRef[]): Promise<Sealer> {
    const refs = distinct(asked);
    const found = await this.keys(refs);
    const missing = refs.filter((ref) => !found.has(keyId(ref)));
    const made = missing.length === 0 ? new Map<string, Buffer>() : await this.make(missing);
    return new KeyRing(refs.map((ref) => [ref, demand(found.get(keyId(ref)) ?? made.get(keyId(ref)))] as const));
  }

  override async opener(asked: readonly KeyRef[]): Promise<Opener> {
    const refs = distinct(asked);
    const found = await this.keys(refs);
    return new KeyRing(
      refs.flatMap((ref) => {
        const key = found.get(keyId(ref));
        return key instanceof Buffer ? [[ref, key] as const] : [];
      }),
    );
  }

  override async destroy(ref: KeyRef): Promise<void> {
    // Also for a look-up under way, which would bring the key back into the cache.
    this.destroyed.add(keyId(ref));
    this.cache.forget(ref);
    await translate(() => this.table.destroy(ref));
  }

  override async close(): Promise<void> {
    this.cache.wipe();
    this.master.wipe();
    if (!this.pool.ended) await this.pool.end();
  }

  private async keys(refs: readonly KeyRef[]): Promise<ReadonlyMap<string, StoredKey>> {
    const at = new Map<string, StoredKey>();
    const unknown: KeyRef[] = [];
    for (const ref of refs) {
      const key = this.cache.get(ref);
      if (key === undefined) unknown.push(ref);
      // A copy: while the others are fetched the cache may wipe this one.
      else at.set(keyId(ref), Buffer.from(key));
    }
    if (unknown.length > 0) this.admit(unknown, await translate(() => this.lookups.ask(unknown)), at);
    return at;
  }

  private async make(refs: readonly KeyRef[]): Promise<ReadonlyMap<string, StoredKey>> {
    const wrapped = refs.map((ref) => [ref, this.master.wrap(ref, randomBytes(KEY_BYTES))] as const);
    const at = new Map<string, StoredKey>();
    this.admit(refs, await translate(() => this.table.add(wrapped)), at);
    return at;
  }

  private admit(refs: readonly KeyRef[], stored: ReadonlyMap<string, StoredKey>, into: Map<string, StoredKey>): void {
    for (const ref of refs) {
      const row = stored.get(keyId(ref));
      if (row === undefined) continue;
      const key = row === 'destroyed' || this.destroyed.has(keyId(ref)) ? 'destroyed' : this.master.unwrap(ref, row);
      // A row moved or changed by hand: as if the vault were not there, never a new key in its place.
      if (key === undefined) throw new VaultUnavailable();
      into.set(keyId(ref), key);
      if (key !== 'destroyed') this.cache.set(ref, key);
    }
  }
}

/** Each key once: an event asks for its subject's key once for every field. */
const distinct = (refs: readonly KeyRef[]): readonly KeyRef[] => [...new Map(refs.map((ref) => [keyId(ref), ref])).values()];

function demand(key: StoredKey | undefined): Buffer {
  if (key === 'destroyed') throw new KeyDestroyed();
  if (key === undefined) throw new VaultUnavailable();
  return key;
}

async function translate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new VaultUnavailable({ cause: error });
  }
}
