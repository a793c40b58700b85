import type { Instant } from '../kernel/index.js';
import type { Clock, ReadModels } from './ports/index.js';

/** How late read models may be that somebody is shown, in milliseconds: they hold all that was acknowledged longer ago. */
const LATE = 5_000;
/** How long an answer waits for read models, in milliseconds. */
export const LAG = 500;
/** How often the end of the log is looked at, in milliseconds, while somebody asks. */
const EVERY = 1_000;

interface Seen {
  readonly head: bigint;
  readonly at: Instant;
}

/**
 * Where the log ended a few seconds ago: read models that have not passed that are too late for an answer that says "now". What follows the log may have stopped, and a result that was
 * withdrawn, or one that was found, would never arrive. Looked at beside the answers, once a second for all of them: a process has one.
 */
export class LogEnd {
  /** Oldest first. */
  private seen: readonly Seen[] = [];
  private looking: Promise<void> | undefined;

  constructor(
    private readonly head: () => Promise<bigint>,
    private readonly clock: Clock,
  ) {}

  /** The position that read models have to have passed. After a while in which nobody asked it is where the log ends now. Rejects with `StoreUnavailable` where nobody knows that. */
  async due(): Promise<bigint> {
    const last = this.seen.at(-1);
    const since = last === undefined ? Infinity : this.clock.now() - last.at;
    if (since > LATE || since < 0) {
      this.seen = [];
      await this.look();
    } else if (since >= EVERY) {
      // Where it fails, what was seen before it grows old, and is then looked for again.
      this.look().catch(() => undefined);
    }
    const lateFrom = this.clock.now() - LATE;
    this.seen = this.seen.filter(({ at }, index) => at >= lateFrom || index === this.seen.length - 1);
    return this.seen[0]?.head ?? 0n;
  }

  /** True once read models have passed it, and `position` where that is later; false where they have not `within` milliseconds. */
  async passedBy(readModels: Pick<ReadModels, 'reached'>, { position = 0n, within = LAG }: { readonly position?: bigint; readonly within?: number } = {}): Promise<boolean> {
    const due = await this.due();
    return readModels.reached(due > position ? due : position, within);
  }

  /** One look at a time: who comes meanwhile waits for the one under way, which began a moment ago. */
  private look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  private async lookNow(): Promise<void> {
    const at = this.clock.now();
    const head = await this.head();
    this.seen = [...this.seen, { head, at }];
  }
}
