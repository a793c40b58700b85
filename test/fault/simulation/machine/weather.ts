import type { Random } from './random.js';

/** What becomes of an append on its way. `late`: its writer has long been told that nobody knows; `twice`: it is delivered again, and the second answer counts. */
export type Fate = 'through' | 'refused' | 'lost' | 'unheard' | 'late' | 'twice';

/** How bad things are by chance, besides the faults that are planned: probabilities, and milliseconds that a hop takes on average. */
export interface Climate {
  readonly fates: Readonly<Record<Exclude<Fate, 'through'>, number>>;
  readonly failedReads: number;
  readonly lostMessages: number;
  readonly spikes: number;
  readonly hop: number;
}

/** From a still day to a storm. */
export function climateOf(random: Random): Climate {
  const storm = random.pick([0, 0.01, 0.04, 0.15]);
  const some = (): number => (random.chance(0.6) ? storm * random.next() : 0);
  return {
    fates: { refused: some(), lost: some(), unheard: some(), late: some(), twice: some() },
    failedReads: some() / 4,
    lostMessages: some(),
    spikes: random.pick([0, 0.01, 0.03]),
    hop: random.pick([0.2, 1, 4]),
  };
}

/** The weather of one run: the climate, and what stands in the way just now. */
export class Weather {
  /** Nothing of the climate happens: the beginning and the end of a run. */
  calm = true;
  /** How many times slower the log is. */
  slow = 1;
  vaultDown = false;
  rowsDown = false;

  constructor(
    private readonly random: Random,
    readonly climate: Climate,
  ) {}

  /** How long something is under way. */
  hop(): number {
    const spike = !this.calm && this.random.chance(this.climate.spikes) ? this.random.around(300) : 0;
    return this.random.around(this.climate.hop) + spike;
  }

  fate(): Fate {
    if (this.calm) return 'through';
    const fates = Object.entries(this.climate.fates) as [Fate, number][];
    let left = this.random.next();
    for (const [fate, probability] of fates) {
      left -= probability;
      if (left < 0) return fate;
    }
    return 'through';
  }

  readFails(): boolean {
    return !this.calm && this.random.chance(this.climate.failedReads);
  }

  losesMessage(): boolean {
    return !this.calm && this.random.chance(this.climate.lostMessages);
  }
}
