import type { KeyRef } from '../kernel/index.js';

/** Where a sealed value stands. With its key's owner and class it is the associated data, so that a value moved elsewhere does not open. */
export interface Place {
  readonly eventId: string;
  readonly field: string;
}

/** Seals with keys already at hand: no I/O. */
export interface Sealer {
  /** AES-256-GCM under the key of `ref`, as text. Throws where `ref` was not among those asked for. */
  seal(ref: KeyRef, place: Place, plain: Uint8Array): string;
}

/** Opens with keys already at hand: no I/O. */
export interface Opener {
  /** The plain bytes; undefined where the key is gone, was not asked for, or the text or its place was tampered with. */
  open(ref: KeyRef, place: Place, sealed: string): Uint8Array | undefined;

  /** True where the key of `ref` is at hand: not where it is gone, or was not asked for. */
  has(ref: KeyRef): boolean;
}

/** The keys could not be reached: whatever needs them is answered with a no. */
export class VaultUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the vault is not available', options);
    this.name = 'VaultUnavailable';
  }
}

/** A key that was destroyed is not made again: nothing can be sealed for this owner any more. */
export class KeyDestroyed extends Error {
  constructor() {
    super('the key was destroyed');
    this.name = 'KeyDestroyed';
  }
}

/** Keeper of one random key per (owner, class), wrapped by the master key, in a store apart from the log. */
export abstract class Vault {
  /** Makes the keys that are missing, durably, before it answers. Rejects with `KeyDestroyed` for a key that was destroyed, with `VaultUnavailable`. */
  abstract sealer(refs: readonly KeyRef[]): Promise<Sealer>;

  /** Fetches the keys that exist. Rejects with `VaultUnavailable`. */
  abstract opener(refs: readonly KeyRef[]): Promise<Opener>;

  /** Destroys a key for good: what it sealed stays shut. Repeating it is harmless. */
  abstract destroy(ref: KeyRef): Promise<void>;

  /** Lets go of connections and wipes cached keys. */
  abstract close(): Promise<void>;
}
