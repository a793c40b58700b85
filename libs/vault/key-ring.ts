import type { KeyRef } from '../kernel/index.js';
import { openField, sealField } from './sealing.js';
import type { Opener, Place, Sealer } from './vault.js';

/** One text for one key. A class holds no '/', so no two refs share it. */
export const keyId = (ref: KeyRef): string => `${ref.class}/${ref.owner}`;

/** Keys at hand: copies of its own, so that a cache can wipe what it keeps without changing what is being sealed. */
export class KeyRing implements Sealer, Opener {
  private readonly keys: ReadonlyMap<string, Buffer>;

  constructor(keys: Iterable<readonly [KeyRef, Uint8Array]>) {
    this.keys = new Map([...keys].map(([ref, key]) => [keyId(ref), Buffer.from(key)]));
  }

  seal(ref: KeyRef, place: Place, plain: Uint8Array): string {
    const key = this.keys.get(keyId(ref));
    if (key === undefined) throw new Error(`a key of class ${ref.class} was not asked for`);
    return sealField(key, ref, place, plain);
  }

  open(ref: KeyRef, place: Place, sealed: string): Uint8Array | undefined {
    const key = this.keys.get(keyId(ref));
    return key === undefined ? undefined : openField(key, ref, place, sealed);
  }
}
