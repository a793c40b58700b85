import type { KeyRef } from '../kernel/index.js';
import { keyId } from '../vault/index.js';

/** Unwrapped keys for a short while, the least recently used first to go. What goes is overwritten. */
export class KeyCache {
  private readonly entries = new Map<string, { readonly key: Buffer; readonly until: number }>();

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
  ) {}

  get(ref: KeyRef): Buffer | undefined {
    const id = keyId(ref);
    const entry = this.entries.get(id);
    if (entry === undefined) return undefined;
    if (entry.until <= performance.now()) {
      this.forget(ref);
      return undefined;
    }
    this.entries.delete(id);
    this.entries.set(id, entry);
    return entry.key;
  }

  set(ref: KeyRef, key: Buffer): void {
    this.forget(ref);
    this.entries.set(keyId(ref), { key: Buffer.from(key), until: performance.now() + this.milliseconds });
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.limit && oldest !== undefined) this.drop(oldest);
  }

  forget(ref: KeyRef): void {
    this.drop(keyId(ref));
  }

  wipe(): void {
    for (const id of this.entries.keys()) this.drop(id);
  }

  private drop(id: string): void {
    this.entries.get(id)?.key.fill(0);
    this.entries.delete(id);
  }
}
