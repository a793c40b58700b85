import type { EventStore } from '../../../../libs/event-store/index.js';

/** Up to which position of the source its events stand in the target already: 0 for none. Rejects where the target has anything else. */
export async function placeReached(source: EventStore, target: EventStore): Promise<bigint> {
  const [newest] = await target.readAt([await target.head()]);
  if (newest === undefined) return 0n;
  const [same] = await source.read({ stream: newest.stream, from: newest.revision, limit: 1 });
  if (same === undefined || same.id !== newest.id || same.revision !== newest.revision) throw new Error('the KurrentDB has another log already: a log is copied into one that is empty, or that has the beginning of the same log');
  return same.position;
}
