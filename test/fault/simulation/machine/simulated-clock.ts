import { Clock } from '../../../../libs/application/ports/index.js';
import { type Instant, instant, parseInstant } from '../../../../libs/kernel/index.js';
import type { Scheduler } from './scheduler.js';

/** The wall time at which every run begins. */
export const EPOCH = parseInstant('2026-03-10T04:00:00Z');

/** The wall clock of one process: may be off, may be set, and goes on in steps of `tick` milliseconds, so that two things fall on one instant. */
export class SimulatedClock extends Clock {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly tick: number,
    private off = 0,
  ) {
    super();
  }

  override now(): Instant {
    return instant(EPOCH + Math.floor((this.scheduler.now + this.off) / this.tick) * this.tick);
  }

  /** Somebody sets it. */
  jump(milliseconds: number): void {
    this.off += milliseconds;
  }
}
