import { randomBytes } from 'node:crypto';
import { Pool, type PoolConfig } from 'pg';
import type { KeyRef } from '../kernel/index.js';
import { KEY_BYTES, KeyDestroyed, keyId, KeyRing, MasterKey, type Opener, type Sealer, Vault, VaultUnavailable } from '../vault/index.js';
import { KeyCache } from './key-cache.js';
import { KeyTable, type StoredKey } from './key-table.js';
import { lookups } from './lookups.js';

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
  /** Keys that a look-up may still find though they are gone, or soon will be. */
  private readonly destroyed = new Set<string>();
  private readonly asking = new Set<Promise<void>>();
  private readonly table: KeyTable;
  private readonly lookUp: ReturnType<typeof lookups>;

  private constructor(
    private readonly pool: Pool,
    private readonly master: MasterKey,
  ) {
    super();
    this.table = new KeyTable(pool);
    this.lookUp = lookups((refs) => this.table.find(refs));
  }

  /** Opens the vault as the role of its keys. Rejects with `OtherMasterKey`, with `VaultUnavailable`. */
  static async open(connection: PoolConfig, masterKey: Uint8Array): Promise<PostgresVault> {
    const vault = PostgresVault.unchecked(connection, masterKey);
    try {
      await vault.check();
      return vault;
    } catch (error) {
      await vault.close();
      throw error;
    }
  }

  /** For who can't ask the database yet: nothing may be sealed or opened before `check` resolved. */
  static unchecked(connection: PoolConfig, masterKey: Uint8Array): PostgresVault {
    const pool = new Pool({ max: 4, connectionTimeoutMillis: 5_000, query_timeout: 5_000, ...connection });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
    return new PostgresVault(pool, new MasterKey(masterKey));
  }

  /** Sessions as the role of its keys, for who looks at their database before the vault is used. */
  get sessions(): Pick<Pool, 'query'> {
    return this.pool;
  }

  /** Rejects with `OtherMasterKey`, with `VaultUnavailable`. */
  async check(): Promise<void> {
    const kept = await translate(() => this.table.masterCheck(this.master.checkValue()));
    if (kept === undefined || !this.master.made(kept)) throw new OtherMasterKey();
  }

  override async sealer(asked: readonly KeyRef[]): Promise<Sealer> {
    const refs = distinct(asked);
    const held = await this.held(refs);
    if (held.keys.size < refs.size && !held.destroyed) await this.make(new Map([...refs].filter(([id]) => !held.keys.has(id))), held);
    if (held.destroyed) throw new KeyDestroyed();
    if (held.keys.size < refs.size) throw new VaultUnavailable();
    return KeyRing.of(held.keys);
  }

  override async opener(asked: readonly KeyRef[]): Promise<Opener> {
    return KeyRing.of((await this.held(distinct(asked))).keys);
  }

  override async destroy(ref: KeyRef): Promise<void> {
    const id = keyId(ref);
    // Also for a look-up under way, which would bring the key back into the cache.
    this.destroyed.add(id);
    this.cache.forget(id);
    await translate(() => this.table.destroy(ref));
    // Whoever asks from now on finds no key in its row. Where that failed nobody knows: the mark stays until it is repeated.
    void Promise.allSettled(this.asking).then(() => this.destroyed.delete(id));
  }

  override async close(): Promise<void> {
    this.cache.wipe();
    this.master.wipe();
    if (!this.pool.ended) await this.pool.end();
  }

  /** What is known of these keys. */
  private async held(refs: Refs): Promise<Held> {
    const held: Held = { keys: new Map(), destroyed: false };
    const unknown = new Map<string, KeyRef>();
    for (const [id, ref] of refs) {
      const key = this.cache.get(id);
      if (key === undefined) unknown.set(id, ref);
      // A copy: while the others are fetched the cache may wipe this one.
      else held.keys.set(id, Buffer.from(key));
    }
    if (unknown.size > 0) await this.ask(unknown, () => this.lookUp([...unknown.values()]), held);
    return held;
  }

  private async make(refs: Refs, into: Held): Promise<void> {
    const wrapped = [...refs.values()].map((ref) => [ref, this.master.wrap(ref, randomBytes(KEY_BYTES))] as const);
    await this.ask(refs, () => this.table.add(wrapped), into);
  }

  /** Admits what is found, in one step for whoever destroys a key meanwhile. */
  private async ask(refs: Refs, find: () => Promise<ReadonlyMap<string, StoredKey>>, into: Held): Promise<void> {
    const asked = translate(find).then((stored) => this.admit(refs, stored, into));
    this.asking.add(asked);
    try {
      await asked;
    } finally {
      this.asking.delete(asked);
    }
  }

  private admit(refs: Refs, stored: ReadonlyMap<string, StoredKey>, into: Held): void {
    for (const [id, ref] of refs) {
      const row = stored.get(id);
      if (row === undefined) continue;
      if (row === 'destroyed' || this.destroyed.has(id)) {
        into.destroyed = true;
        continue;
      }
      const key = this.master.unwrap(ref, row);
      // A row moved or changed by hand: as if the vault were not there, never a new key in its place.
      if (key === undefined) throw new VaultUnavailable();
      into.keys.set(id, key);
      this.cache.set(id, key);
    }
  }
}

/** Keys at hand, by their ids: copies that nobody else holds. `destroyed`: another that was asked for was. */
interface Held {
  readonly keys: Map<string, Buffer>;
  destroyed: boolean;
}

/** Keys that are asked for, each once, by their ids. */
type Refs = ReadonlyMap<string, KeyRef>;

/** Each key once: an event asks for its subject's key once for every field. */
const distinct = (refs: readonly KeyRef[]): Refs => {
  const byId = new Map<string, KeyRef>();
  for (const ref of refs) byId.set(keyId(ref), ref);
  return byId;
};

async function translate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new VaultUnavailable({ cause: error });
  }
}
