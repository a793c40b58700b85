import { beside, FAULTS, WITH_CLOCKS, withKills } from './faults/index.js';
import type { Act, Plan } from './plan.js';

const HOUR = 3_600_000;
const CROWD: Pick<Plan, 'size' | 'habits'> = { size: { adults: 30, wards: 20, clients: 32, consents: 180 }, habits: { pace: 150, insists: 45_000 } };

/** What was granted while the projector is a whole log behind is shown when it is there: until then they hear "not now", and there is enough to do for two processors. */
const PATIENT: Plan['habits'] = { pace: 500, insists: 300_000 };

/** By how much windows are judged less sharply, in milliseconds: clocks of one machine, and clocks that jump. */
const [SHARP, JUMPED] = [2_000, HOUR + 10_000];

/** Clocks jump in the last act, for windows are judged less sharply from then on. */
const clocks = (act: Pick<Act, 'seconds' | 'by'>): Act => ({ ...act, faults: WITH_CLOCKS, clockError: JUMPED });

/** A stage with everything on it, and an end in time, however slow the machine is. */
export const quick = (seed: string): Plan => ({ ...CROWD, seed, acts: [{ seconds: 135, by: 160, faults: FAULTS, clockError: SHARP }, clocks({ seconds: 25, by: 195 })] });

/** A small stage that is judged often: enough to see that a bug is found. */
export const short = (seed: string): Plan => ({
  seed,
  size: { adults: 12, wards: 4, clients: 18, consents: 40 },
  habits: { pace: 120, insists: 45_000 },
  acts: Array.from({ length: 4 }, () => ({ seconds: 25, faults: FAULTS, clockError: SHARP })),
});

/** How long the acts of a full run's stages last, in seconds; and its filled log, in events and minutes. */
export interface Lengths {
  readonly main: number;
  readonly clocks: number;
  readonly filled: number;
  readonly idle: number;
  readonly writing: number;
}

export const FULL: Lengths = { main: 600, clocks: 60, filled: 1_000_000, idle: 10, writing: 1 };

/** How many times as many kills as in a quick run. */
const KILLS = 6;

/** Every so many stages one has a log that was filled before. */
const FILLED_EVERY = 6;

/** Nothing else goes wrong until everybody decides again. */
const ALONE: Act = { seconds: 400, oneByOne: true, faults: FAULTS, clockError: SHARP };

/** A stage of a full run, by its number: the first has a filled log, in which others begin at the first event, and sessions that are left open; the second plays each fault once by itself; it and the others have many kills. */
export const full = (seed: string, number: number, { main, clocks: last, filled, idle, writing }: Lengths = FULL): Plan =>
  number % FILLED_EVERY === 0
    ? { ...CROWD, seed, habits: PATIENT, filled: { events: filled, room: { data: 8_192, wal: 2_048 } }, acts: [{ seconds: idle * 60, apart: true, faults: beside(KILLS, { idle, writing }), clockError: SHARP }] }
    : { ...CROWD, seed, acts: [...(number % FILLED_EVERY === 1 ? [ALONE] : []), { seconds: main, apart: true, faults: withKills(KILLS), clockError: SHARP }, clocks({ seconds: last })] };
