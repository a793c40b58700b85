import type { Scheduler } from './scheduler.js';

/** One life of a process, from its start to its crash: what is delivered to a dead one is lost, what is delivered to a stopped one waits. */
export class Life {
  over = false;
  private stalledUntil = 0;

  constructor(private readonly scheduler: Scheduler) {}

  /** Stops it for a while, as SIGSTOP and SIGCONT do. */
  stall(milliseconds: number): void {
    this.stalledUntil = Math.max(this.stalledUntil, this.scheduler.now + milliseconds);
  }

  /** How long what it sends now is held back. */
  get heldBack(): number {
    return Math.max(0, this.stalledUntil - this.scheduler.now);
  }

  /** Runs as soon as it can; never, once it is over. */
  deliver(run: () => void): void {
    if (this.over) return;
    if (this.heldBack > 0) this.scheduler.after(this.heldBack, () => this.deliver(run));
    else run();
  }
}
