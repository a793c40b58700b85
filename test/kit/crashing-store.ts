import { type Append, StoreUnavailable, type Verdict } from '../../libs/event-store/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';

/** An event store whose client dies: after `crashAfter` appends every further one fails; `loseAnswer`: the last one goes in, and nobody hears of it. */
export class CrashingStore extends MemoryEventStore {
  crashAfter = Infinity;
  loseAnswer = false;

  override async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    if (this.crashAfter <= 0) throw new StoreUnavailable();
    this.crashAfter -= 1;
    const verdicts = await super.appendAll(appends);
    if (this.loseAnswer && this.crashAfter === 0) throw new StoreUnavailable();
    return verdicts;
  }
}
