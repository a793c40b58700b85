import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import type { EventStore } from '../../../libs/event-store/index.js';
import { EventId } from '../../../libs/kernel/index.js';
import { DATA, METADATA, TYPE } from './appends.js';

const AT_ONCE = 500;

/** Appends so many events; answers the position after which they are. */
export async function fill(store: EventStore, events: number): Promise<bigint> {
  const after = await store.head();
  for (let filled = 0; filled < events; filled += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, () => ({ id: EventId(randomUUID()), type: TYPE, data: DATA, metadata: METADATA }));
    const { kind } = await store.append({ stream: `bench-${randomUUID()}`, expected: 'no-stream', events: some });
    if (kind !== 'appended') throw new Error(kind);
  }
  return after;
}

/** Follows until so many have come; events a second. */
export async function caughtUp(store: EventStore, after: bigint, events: number): Promise<number> {
  const [begun, ending] = [performance.now(), new AbortController()];
  let seen = 0;
  for await (const page of store.follow(after, ending.signal)) {
    seen += page.length;
    if (seen >= events) ending.abort();
  }
  return seen / ((performance.now() - begun) / 1_000);
}

/** The same by a subscription of the client's. */
export async function caughtUpBare(client: EventStoreDBClient, after: bigint, events: number): Promise<number> {
  const begun = performance.now();
  const subscription = client.subscribeToAll({ filter: excludeSystemEvents(), ...(after === 0n ? {} : { fromPosition: { commit: after, prepare: after } }) });
  let seen = 0;
  for await (const { event } of subscription) {
    if (event !== undefined) seen += 1;
    if (seen >= events) break;
  }
  const rate = seen / ((performance.now() - begun) / 1_000);
  await client.dispose();
  return rate;
}
