import type { ReadModels } from '../../../libs/application/ports/index.js';
import type { EventStore } from '../../../libs/event-store/index.js';

/** Read models that were made from another log would seem to be ahead of this one, and be believed: rejects where they end at a place that this log does not have. */
export async function demandOwnReadModels(store: EventStore, readModels: Pick<ReadModels, 'position'>): Promise<void> {
  const [head, position] = await Promise.all([store.head(), readModels.position()]);
  // Both at once, and the end again where it seems to be too near: others append and project while this process starts.
  const end = position > head ? await store.head() : head;
  const isPlace = position === 0n || (position <= end && (store.isGapless() || (await store.readAt([position])).length > 0));
  if (!isPlace) throw new Error(`the read models end at position ${position}, where this log has nothing: they were made from another one (xinma copy-log moves a log, and makes them anew)`);
}
