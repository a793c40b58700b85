import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../../event-store/index.js';
import type { PageDigests } from '../ports/index.js';
import { endOf, PAGE_SIZE } from './digest.js';
import { makeDigest, TrustedDigests } from './digests.js';

/** What keeping digests takes. */
export interface DigestSettings {
  readonly store: EventStore;
  readonly digests: PageDigests;
  /** How often it is looked whether the log has grown by a page, in milliseconds. */
  readonly every?: number;
}

/**
 * Digests the pages of the log behind everybody's back, until `signal` aborts: first whatever is missing, damaged, forged, or of another log or version, then
 * each page when it is full. Rejects where log or database fail; begun again, it goes on. Two that do it at once write the same.
 */
export async function keepDigests({ store, digests, every = 2_000 }: DigestSettings, signal: AbortSignal): Promise<void> {
  await digests.forgetAfter(Number((await store.head()) / PAGE_SIZE));
  const trusted = new TrustedDigests(store, digests);
  for (let page = 1; !signal.aborted; ) {
    if (await isKept({ store, digests, trusted }, page)) page += 1;
    else await sleep(every, undefined, { signal }).catch(() => undefined);
  }
}

/** False while the log does not reach the end of the page. */
async function isKept({ store, digests, trusted }: { store: EventStore; digests: PageDigests; trusted: TrustedDigests }, page: number): Promise<boolean> {
  if ((await trusted.of(page)) !== undefined) return true;
  const digest = (await store.head()) < endOf(page) ? undefined : await makeDigest(store, page);
  if (digest !== undefined) await digests.keep(digest);
  return digest !== undefined;
}
