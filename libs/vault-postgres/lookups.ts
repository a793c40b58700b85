import type { KeyRef } from '../kernel/index.js';
import { keyId } from '../vault/index.js';
import type { StoredKey } from './key-table.js';

type Find = (refs: readonly KeyRef[]) => Promise<ReadonlyMap<string, StoredKey>>;

/** Puts the look-ups of one event-loop tick into one statement. */
export class Lookups {
  private waiting: { readonly refs: readonly KeyRef[]; readonly done: (found: Promise<ReadonlyMap<string, StoredKey>>) => void }[] = [];

  constructor(private readonly find: Find) {}

  ask(refs: readonly KeyRef[]): Promise<ReadonlyMap<string, StoredKey>> {
    if (this.waiting.length === 0) setImmediate(() => this.send());
    return new Promise((done) => this.waiting.push({ refs, done }));
  }

  private send(): void {
    const batch = this.waiting;
    this.waiting = [];
    const refs = new Map(batch.flatMap((each) => each.refs).map((ref) => [keyId(ref), ref]));
    const found = this.find([...refs.values()]);
    for (const { done } of batch) done(found);
  }
}
