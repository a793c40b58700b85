import type { KeyRef } from '../kernel/index.js';
import { openField, sealField } from './sealing.js';
import type { Opener, Place, Sealer } from './vault.js';

/** One text for one key. A class holds no '/', so no two refs share it. */
export const keyId = (ref: KeyRef): string => `${ref.class}/${ref.owner}`;

/** Keys at hand: copies of its own, so that a cache can wipe what it keeps without changing what is being sealed. */
export class KeyRing implements Sealer, Opener {
  private last: { readonly ref: KeyRef; readonly key: Uint8Array | undefined } | undefined;

  private constructor(private readonly keys: ReadonlyMap<string, Uint8Array>) {}

  /** Copies the keys. */
  static copying(keys: Iterable<readonly [KeyRef, Uint8Array]>): KeyRing {
    return new KeyRing(new Map([...keys].map(([ref, key]) => [keyId(ref), Buffer.from(key)])));
  }

  /** Takes the keys, by `keyId`, as they are: nobody else may hold them. */
  static of(keys: ReadonlyMap<string, Uint8Array>): KeyRing {
    return new KeyRing(keys);
  }

  seal(ref: KeyRef, place: Place, plain: Uint8Array): string {
    const key = this.keyOf(ref);
    if (key === undefined) throw new Error(`a key of class ${ref.class} was not asked for`);
    return sealField(key, ref, place, plain);
  }

  open(ref: KeyRef, place: Place, sealed: string): Uint8Array | undefined {
    const key = this.keyOf(ref);
    return key === undefined ? undefined : openField(key, ref, place, sealed);
  }

  has(ref: KeyRef): boolean {
    return this.keyOf(ref) !== undefined;
  }

  /** Fields of one event, one after another, mostly have one key. */
  private keyOf(ref: KeyRef): Uint8Array | undefined {
    if (this.last?.ref.owner !== ref.owner || this.last.ref.class !== ref.class) this.last = { ref, key: this.keys.get(keyId(ref)) };
    return this.last.key;
  }
}
