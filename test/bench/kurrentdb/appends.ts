import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import type { EventStore } from '../../../libs/event-store/index.js';
import { EventId } from '../../../libs/kernel/index.js';

/** Half a kilobyte, as an event of ours is. */
export const DATA = Buffer.alloc(400, 'd');
export const METADATA = Buffer.alloc(60, 'm');

/** A type that read models leave out: an instance that follows this log is not stopped by it. */
export const TYPE = 'IdentityReserved';

/** Somebody who appends one event to a new stream, expecting none. */
export interface Peer {
  append(): Promise<void>;
}

/** The adapter. */
export class Ours implements Peer {
  constructor(private readonly store: EventStore) {}

  async append(): Promise<void> {
    const { kind } = await this.store.append({ stream: `bench-${randomUUID()}`, expected: 'no-stream', events: [{ id: EventId(randomUUID()), type: TYPE, data: DATA, metadata: METADATA }] });
    if (kind !== 'appended') throw new Error(kind);
  }
}

/** The client as it comes, on the path that the adapter takes: with credentials for each call, which a server without TLS ignores. */
export class BareClient implements Peer {
  constructor(private readonly client: EventStoreDBClient) {}

  async append(): Promise<void> {
    const event = { id: randomUUID(), type: TYPE, contentType: 'application/octet-stream' as const, data: Uint8Array.from(DATA), metadata: Uint8Array.from(METADATA) };
    await this.client.appendToStream(`bench-${randomUUID()}`, event, { expectedRevision: NO_STREAM, credentials: { username: 'nobody', password: 'none' } });
  }
}

/** Appends by so many writers for so long, events a second. */
export async function appendRate(peer: Peer, writers: number, milliseconds: number): Promise<number> {
  const begun = performance.now();
  const took = await latencies(peer, writers, milliseconds);
  return took.length / ((performance.now() - begun) / 1_000);
}

/** How long each took, in milliseconds. */
export async function latencies(peer: Peer, writers: number, milliseconds: number): Promise<readonly number[]> {
  const took: number[] = [];
  const until = performance.now() + milliseconds;
  const one = async (): Promise<void> => {
    for (let begun = performance.now(); begun < until; begun = performance.now()) {
      await peer.append();
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return took;
}
