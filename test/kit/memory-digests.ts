import { endOf, makeDigest } from '../../libs/application/audit/index.js';
import { PageDigests, type StoredDigest } from '../../libs/application/ports/index.js';
import type { EventStore } from '../../libs/event-store/index.js';

/** Digests in a map, which a test may lose or spoil. */
export class MemoryDigests extends PageDigests {
  readonly kept = new Map<number, StoredDigest>();

  async read(from: number, limit: number): Promise<readonly StoredDigest[]> {
    return [...this.kept.values()].filter(({ page }) => page >= from && page < from + limit).toSorted((a, b) => a.page - b.page);
  }

  /** Digests of every full page of a log. */
  static async of(store: EventStore): Promise<MemoryDigests> {
    const digests = new MemoryDigests();
    const head = await store.head();
    for (let page = 1; endOf(page) <= head; page += 1) digests.#put(await makeDigest(store, page));
    return digests;
  }

  /** With one digest spoilt. */
  spoilt(page: number, how: (digest: StoredDigest) => StoredDigest | undefined): MemoryDigests {
    const digests = new MemoryDigests();
    for (const digest of this.kept.values()) digests.#put(digest.page === page ? how(digest) : digest);
    return digests;
  }

  async keep(digest: StoredDigest): Promise<void> {
    this.#put(digest);
  }

  async forgetAfter(last: number): Promise<void> {
    for (const page of this.kept.keys()) if (page > last) this.kept.delete(page);
  }

  #put(digest: StoredDigest | undefined): void {
    if (digest !== undefined) this.kept.set(digest.page, digest);
  }
}
