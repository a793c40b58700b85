import { admit, admitPlaces, admitRange, type Append, EventStore, type ReadRange, type RecordedEvent, StoreUnavailable, type Verdict } from '../../../../libs/event-store/index.js';
import type { Life } from './life.js';
import type { LogServer } from './log-server.js';
import type { Random } from './random.js';
import type { Scheduler } from './scheduler.js';
import type { Fate, Weather } from './weather.js';

/** How long a process waits for the log before it says that nobody knows, in milliseconds. */
const DEADLINE = 1_000;

/** How long it waits for what it asked. */
const READ_DEADLINE = 5_000;

/** Whoever sent it has stopped listening. */
const nobody = (): void => undefined;

/** What a process's way to the log goes through. */
export interface Way {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly weather: Weather;
  readonly server: LogServer;
  readonly life: Life;
  /** Hears of each append that this process learns to be in the log; `repeated` where it was there already. */
  readonly acknowledged: (append: Append, repeated: boolean) => void;
}

/** One process's connection to the log: keeps every promise of the port, and nothing that the port does not promise. */
export class SimulatedStore extends EventStore {
  /** True while nothing gets through in either direction. */
  cut = false;

  constructor(private readonly way: Way) {
    super();
  }

  isGapless(): boolean {
    return this.way.server.log.isGapless();
  }

  async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    appends.forEach(admit);
    const verdicts = await new Promise<readonly Verdict[]>((resolve) => {
      this.send(appends, (answer) => this.way.life.deliver(() => resolve(answer)));
    });
    appends.forEach((append, index) => {
      const verdict = verdicts[index];
      if (verdict?.kind === 'appended') this.way.acknowledged(append, verdict.repeated);
    });
    return verdicts;
  }

  async readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    ranges.forEach(admitRange);
    return this.ask(() => this.way.server.log.readMany(ranges));
  }

  readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.ask(() => this.way.server.log.readAll(after, limit));
  }

  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    admitPlaces(positions);
    return this.ask(() => this.way.server.log.readAt(positions));
  }

  head(): Promise<bigint> {
    return this.ask(() => this.way.server.log.head());
  }

  async *follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    const { scheduler, random, server } = this.way;
    for (let seen = after; !signal.aborted; ) {
      const { changed } = server;
      const page = await this.readAll(seen, 1 + random.below(30)).catch(() => undefined);
      seen = page?.at(-1)?.position ?? seen;
      if (page === undefined) await scheduler.sleep(random.around(100));
      else if (page.length > 0) yield page;
      else await changed.then(() => scheduler.sleep(random.around(5)));
    }
  }

  async close(): Promise<void> {
    this.cut = true;
  }

  private send(appends: readonly Append[], answer: (verdicts: readonly Verdict[]) => void): void {
    const { scheduler, random, weather, life } = this.way;
    const later = (milliseconds: number, kind: 'unavailable' | 'unknown') => scheduler.after(milliseconds, () => answer(appends.map(() => ({ kind }))));
    const arrives = (milliseconds: number, heard = answer) => scheduler.after(weather.hop() + life.heldBack + milliseconds, () => this.arrive(appends, heard));
    const fates: Readonly<Record<Fate, () => void>> = {
      through: () => arrives(0),
      refused: () => later(weather.hop(), 'unavailable'),
      lost: () => later(DEADLINE, 'unknown'),
      unheard: () => (later(DEADLINE, 'unknown'), arrives(0, nobody)),
      late: () => (later(random.around(100), 'unknown'), arrives(random.around(1_500), nobody)),
      twice: () => (arrives(0, nobody), arrives(random.around(5))),
    };
    fates[this.cut ? random.pick(['refused', 'lost'] as const) : weather.fate()]();
  }

  private arrive(appends: readonly Append[], answer: (verdicts: readonly Verdict[]) => void): void {
    const { scheduler, weather, server } = this.way;
    const all = (kind: 'unavailable' | 'unknown') => appends.map(() => ({ kind }) as const);
    const isTaken = server.submit({
      appends,
      answer: (outcome) => {
        if (outcome === 'lost') scheduler.after(weather.hop(), () => answer(all('unknown')));
        else void outcome.then((verdicts) => scheduler.after(weather.hop(), () => answer(verdicts)));
      },
    });
    if (!isTaken) scheduler.after(weather.hop(), () => answer(all('unavailable')));
  }

  /** Looks at one instant between question and answer: what it finds may be old when it arrives. */
  private ask<T>(look: () => Promise<T>): Promise<T> {
    const { scheduler, weather, server, life } = this.way;
    return new Promise((resolve, reject) => {
      const arrives = (weather.hop() + life.heldBack) * weather.slow;
      scheduler.after(Math.min(arrives, READ_DEADLINE), () => {
        const found = arrives > READ_DEADLINE || !server.up || this.cut || weather.readFails() ? Promise.reject(new StoreUnavailable()) : look();
        const later = (settle: () => void): void => scheduler.after(weather.hop(), () => life.deliver(settle));
        found.then((value) => later(() => resolve(value)), (error: unknown) => later(() => reject(error instanceof Error ? error : new StoreUnavailable())));
      });
    });
  }
}
