import { Injectable } from '@nestjs/common';
import type { ClaimId } from '../../kernel/index.js';
import { ReadModels } from '../ports/index.js';
import { ClaimWork } from './claim-work.js';

/** How many claims one sweep looks at. */
const AT_ONCE = 100;

/** What one sweep came to. */
export interface Swept {
  readonly finished: number;
  readonly waiting: number;
}

/** Sees to it that decided claims are finished: soon after the decision, and by a sweep at the API's start and every few seconds for what a crash left. */
@Injectable()
export class SweepClaims {
  private line: Promise<unknown> = Promise.resolve();
  /** What sweeps looked at and may have left, longest ago first: the oldest claims may wait for long, and must not keep a sweep from those behind them. */
  private readonly seen = new Set<ClaimId>();

  constructor(
    private readonly readModels: ReadModels,
    private readonly work: ClaimWork,
  ) {}

  /** Finishes this claim in the background. What fails is left to the sweep, which reports it. */
  soon(claim: ClaimId): void {
    this.line = this.line.then(() => this.work.finish(claim)).catch(() => undefined);
  }

  /** Settles once everything asked for by `soon` was tried. */
  async idle(): Promise<void> {
    await this.line;
  }

  /** Goes through what is unfinished, until there is enough. One claim that fails doesn't hold up the others; rejects at the end with what failed. */
  async sweep(enough?: AbortSignal): Promise<Swept> {
    const claims = this.turnOf(await this.readModels.unfinishedClaims(AT_ONCE + this.seen.size));
    const progress: PromiseSettledResult<string>[] = [];
    for (const claim of claims) if (enough?.aborted !== true) progress.push(...(await Promise.allSettled([this.work.finish(claim)])));
    const failures = progress.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${claims.length} claims could not be finished`);
    const finished = progress.filter((one) => one.status === 'fulfilled' && one.value === 'finished').length;
    return { finished, waiting: claims.length - finished };
  }

  /** Whose turn it is: first whoever no sweep has looked at, then whoever has waited longest for another look. */
  private turnOf(unfinished: readonly ClaimId[]): readonly ClaimId[] {
    const still = new Set(unfinished);
    for (const claim of this.seen) if (!still.has(claim)) this.seen.delete(claim);
    const turn = [...unfinished.filter((claim) => !this.seen.has(claim)), ...this.seen].slice(0, AT_ONCE);
    for (const claim of turn) this.seen.delete(claim);
    for (const claim of turn) this.seen.add(claim);
    return turn;
  }
}
