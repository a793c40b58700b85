/** Keys past their time that go when one comes: more than one, so that they get fewer. */
const AT_ONCE = 2;

/** Unwrapped keys for a short while, the least recently used first to go. What goes is overwritten. */
export class KeyCache {
  private readonly entries = new Map<string, { readonly key: Buffer; readonly until: number }>();

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
  ) {}

  /** By `keyId`. The very bytes: whoever waits before they use them takes a copy. */
  get(id: string): Buffer | undefined {
    const entry = this.entries.get(id);
    if (entry === undefined) return undefined;
    if (entry.until <= performance.now()) {
      this.forget(id);
      return undefined;
    }
    // Who is next to go matters once somebody soon will.
    if (this.entries.size * 2 > this.limit) {
      this.entries.delete(id);
      this.entries.set(id, entry);
    }
    return entry.key;
  }

  set(id: string, key: Buffer): void {
    this.forget(id);
    // Memory of its own: a small Buffer shares 8 KiB with whatever else was made just then, and would keep all of that for as long as it lives.
    const kept = Buffer.allocUnsafeSlow(key.length);
    kept.set(key);
    const now = performance.now();
    this.entries.set(id, { key: kept, until: now + this.milliseconds });
    this.makeRoom(now);
  }

  forget(id: string): void {
    this.entries.get(id)?.key.fill(0);
    this.entries.delete(id);
  }

  wipe(): void {
    for (const id of this.entries.keys()) this.forget(id);
  }

  /** Those whose time is over go before there are too many, a few at each call. */
  private makeRoom(now: number): void {
    let left = AT_ONCE;
    for (const [id, { until }] of this.entries) {
      if (this.entries.size <= this.limit && (until > now || left === 0)) return;
      left -= 1;
      this.forget(id);
    }
  }
}
