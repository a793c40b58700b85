import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '../../../libs/event-store-memory/index.js';
import { demandOwnReadModels } from './own-read-models.js';

/** A log whose end is asked for, and which grows by one event whenever the read models are. */
class Growing extends MemoryEventStore {
  ends = 5n;

  override async head(): Promise<bigint> {
    return this.ends;
  }

  /** Another process appends, and its projector is quick. */
  readonly readModels = { position: async (): Promise<bigint> => (this.ends += 1n) };
}

describe('Read models, when a process starts', () => {
  it('are at most where the log ends', async () => {
    await expect(demandOwnReadModels(new Growing(), { position: async () => 5n })).resolves.toBeUndefined();
    await expect(demandOwnReadModels(new Growing(), { position: async () => 0n })).resolves.toBeUndefined();
  });

  it('are another log’s where this one has nothing', async () => {
    await expect(demandOwnReadModels(new Growing(), { position: async () => 6n })).rejects.toThrow('they were made from another one');
  });

  // Seen when an API process was killed and started again beside one that served: it gave up.
  it('may be further than the log was a moment ago: others append', async () => {
    const store = new Growing();
    await expect(demandOwnReadModels(store, store.readModels)).resolves.toBeUndefined();
  });
});
