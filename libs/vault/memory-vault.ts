import { randomBytes } from 'node:crypto';
import type { KeyRef } from '../kernel/index.js';
import { keyId, KeyRing } from './key-ring.js';
import { KEY_BYTES } from './sealing.js';
import { KeyDestroyed, type Opener, type Sealer, Vault, VaultUnavailable } from './vault.js';

/** Keys in this process only, for tests at domain speed. Vaults given the same `keys` share them, as processes share a database. */
export class MemoryVault extends Vault {
  private closed = false;

  constructor(private readonly keys = new Map<string, Buffer | 'destroyed'>()) {
    super();
  }

  override async sealer(refs: readonly KeyRef[]): Promise<Sealer> {
    this.assertOpen();
    return KeyRing.copying(refs.map((ref) => [ref, this.keyFor(ref)] as const));
  }

  override async opener(refs: readonly KeyRef[]): Promise<Opener> {
    this.assertOpen();
    return KeyRing.copying(
      refs.flatMap((ref) => {
        const key = this.keys.get(keyId(ref));
        return key instanceof Buffer ? [[ref, key] as const] : [];
      }),
    );
  }

  override async destroy(ref: KeyRef): Promise<void> {
    this.assertOpen();
    this.keys.set(keyId(ref), 'destroyed');
  }

  override async close(): Promise<void> {
    this.closed = true;
  }

  private keyFor(ref: KeyRef): Buffer {
    const key = this.keys.get(keyId(ref)) ?? randomBytes(KEY_BYTES);
    if (key === 'destroyed') throw new KeyDestroyed();
    this.keys.set(keyId(ref), key);
    return key;
  }

  private assertOpen(): void {
    if (this.closed) throw new VaultUnavailable();
  }
}
