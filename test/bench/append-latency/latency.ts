import { randomUUID } from 'node:crypto';
import { chance } from '../city/chance.js';
import { type LedgerPeer, payload } from '../peers/index.js';

const A_STREAM = 10;

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
   * So many a second, whether or not those before were answered, as if many people knew nothing of each other. Each is timed from the instant when it was due. The event loop goes round until then: a timer would
   * bring a millisecond's worth of them at once. It takes nobody's processor, for at half of what the loop can do the server has the other one.
   */
  async atRate(rate: number, milliseconds: number): Promise<readonly number[]> {
    const took: number[] = [];
    const { promise: ended, resolve } = Promise.withResolvers<readonly number[]>();
    const until = performance.now() + milliseconds;
    let [next, begun] = [performance.now() + this.gap(rate), 0];
    const one = async (due: number): Promise<void> => {
      // What is refused because too much waits has taken as long as it took to say so.
      await this.append().catch(() => undefined);
      took.push(performance.now() - due);
      if (next >= until && took.length === begun) resolve(took);
    };
    const round = (): void => {
      for (const now = performance.now(); next <= now && next < until; next += this.gap(rate)) {
        begun += 1;
        void one(next);
      }
      if (next < until) setImmediate(round);
      else if (took.length === begun) resolve(took);
    };
    round();
    return ended;
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
