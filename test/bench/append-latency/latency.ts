import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../city/chance.js';
import { type LedgerPeer, payload } from '../peers/index.js';

const A_STREAM = 10;

/** How late a timer may be, in milliseconds. */
const TIMER = 2;

/** Appends of one event, how long each took in milliseconds. */
export class Latencies {
  /** How many events were acknowledged so far. */
  appended = 0;
  private readonly random = chance(9);
  /** Streams that nobody writes to at the moment. */
  private readonly free: { readonly stream: string; held: number }[] = [];

  constructor(private readonly peer: LedgerPeer) {}

  /** One writer that asks when it was answered. */
  async alone(milliseconds: number): Promise<readonly number[]> {
    const took: number[] = [];
    const until = performance.now() + milliseconds;
    for (let begun = performance.now(); begun < until; begun = performance.now()) {
      await this.append();
      took.push(performance.now() - begun);
    }
    return took;
  }

  /**
   * So many a second, whether or not those before were answered: as many each millisecond as chance has it, together. Each is timed from the instant when it was due. Nothing spins until then: that would
   * take from the server the processor that both of them have.
   */
  async atRate(rate: number, milliseconds: number): Promise<readonly number[]> {
    const took: number[] = [];
    const under: Promise<void>[] = [];
    const one = async (due: number): Promise<void> => {
      // What is refused because too much waits has taken as long as it took to say so.
      await this.append().catch(() => undefined);
      took.push(performance.now() - due);
    };
    const begun = performance.now();
    let next = begun + this.gap(rate);
    for (let tick = begun + 1; tick < begun + milliseconds; tick += 1) {
      const early = tick - performance.now();
      if (early > 0) await sleep(early);
      const late = performance.now() - tick;
      // A timer is late by itself; later than that is this process's own doing, and counts.
      const due = late < TIMER ? performance.now() : tick;
      for (; next <= tick; next += this.gap(rate)) under.push(one(due));
    }
    await Promise.all(under);
    return took;
  }

  /** Until the next one, in milliseconds: as if many people knew nothing of each other. */
  private gap(rate: number): number {
    return (-Math.log(1 - this.random()) * 1_000) / rate;
  }

  private async append(): Promise<void> {
    const at = this.free.pop() ?? { stream: `writer-${randomUUID()}`, held: 0 };
    const answer = await this.peer.append({ stream: at.stream, expected: at.held, payloads: [payload(this.appended)] });
    if (answer !== 'appended') throw new Error(`${at.stream}: ${answer} where nobody else writes`);
    at.held += 1;
    this.appended += 1;
    if (at.held < A_STREAM) this.free.push(at);
  }
}

/** The value that this share of all is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
