import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { endOf, makeDigest, PAGE_SIZE, TrustedDigests } from '../../../libs/application/audit/index.js';
import type { EventStore } from '../../../libs/event-store/index.js';
import { DigestTable } from '../../../libs/read-models/index.js';

/** What keeping digests takes. */
export interface KeepDigests {
  readonly store: EventStore;
  /** As the projector's role. */
  readonly connection: ClientConfig;
  /** How often it is looked whether the log has grown by a page, in milliseconds. */
  readonly every?: number;
}

/** How long the server has to say goodbye, in milliseconds. */
const GOODBYE = 500;

/**
 * Digests the pages of the log behind the projector's back, until `signal` aborts: first whatever is missing, damaged, or of another log or version, then each
 * page when it is full. Rejects where log or database fail; begun again, it goes on.
 */
export async function keepDigests({ store, connection, every = 2_000 }: KeepDigests, signal: AbortSignal): Promise<void> {
  const socket = new Socket();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  // A server that says nothing any more must not keep whoever waits for the end of this.
  signal.addEventListener('abort', () => setTimeout(() => socket.destroy(), GOODBYE).unref(), { once: true });
  const client = new Client({ ...connection, stream: () => socket, application_name: 'xinma digests', connectionTimeoutMillis: 5_000 });
  // A lost connection fails the statement at hand.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const table = new DigestTable(client);
    await table.forgetAfter(Number((await store.head()) / PAGE_SIZE));
    const trusted = new TrustedDigests(store, table);
    for (let page = 1; !signal.aborted; ) {
      if (await isKept({ store, table, trusted }, page)) page += 1;
      else await sleep(every, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await Promise.race([client.end().catch(() => undefined), closed]);
  }
}

/** False while the log does not reach the end of the page. */
async function isKept({ store, table, trusted }: { store: EventStore; table: DigestTable; trusted: TrustedDigests }, page: number): Promise<boolean> {
  if ((await trusted.of(page)) !== undefined) return true;
  const digest = (await store.head()) < endOf(page) ? undefined : await makeDigest(store, page);
  if (digest !== undefined) await table.keep(digest);
  return digest !== undefined;
}
