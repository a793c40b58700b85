import { Life } from './life.js';
import { SimulatedStore, type Way } from './simulated-store.js';
import type { Tables } from './tables.js';

/** Follows the log and feeds the tables. After a crash the next life goes on from the checkpoint; what the last one had sent may still be carried out. */
export class SimulatedProjector {
  private life: Life | undefined;
  /** What no projector can go on after. */
  stopped: unknown;

  constructor(
    private readonly way: Omit<Way, 'life' | 'acknowledged'>,
    private readonly tables: Tables,
  ) {}

  start(): void {
    this.crash();
    const life = new Life(this.way.scheduler);
    this.life = life;
    this.follow(life).catch((error: unknown) => {
      this.stopped = error;
    });
  }

  crash(): void {
    if (this.life !== undefined) this.life.over = true;
  }

  stall(milliseconds: number): void {
    this.life?.stall(milliseconds);
  }

  private async follow(life: Life): Promise<void> {
    const { scheduler, weather } = this.way;
    const store = new SimulatedStore({ ...this.way, life, acknowledged: () => undefined });
    for await (const page of store.follow(this.tables.position, new AbortController().signal)) {
      await new Promise<void>((resolve) => scheduler.after(weather.hop() + life.heldBack, resolve));
      // A life that is over has sent this page: the transaction goes through, and nobody hears of it.
      this.tables.apply(page);
      await new Promise<void>((resolve) => scheduler.after(weather.hop(), () => life.deliver(resolve)));
    }
  }
}
