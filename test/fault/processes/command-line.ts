import { parseArgs } from 'node:util';
import { FAULTS, WITH_CLOCKS } from './faults/index.js';
import { findPlanted } from './planted.js';
import { explain, killsIn, sum, type Totals, totalsOf } from './report.js';
import { type Act, type Plan, play } from './run.js';

const OPTIONS = { seed: { type: 'string' }, quick: { type: 'boolean', default: false }, hours: { type: 'string' }, short: { type: 'boolean', default: false }, planted: { type: 'boolean', default: false }, only: { type: 'string' } } as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const HOUR = 3_600_000;

/** A stage with everything on it: how long its two acts last, and when they end at the latest, in seconds. Clocks jump in the last act, for windows are judged less sharply from then on. */
const planned = (seed: number, [main, clocks]: readonly [Pick<Act, 'seconds' | 'by'>, Pick<Act, 'seconds' | 'by'>]): Plan => ({
  seed,
  size: { adults: 30, wards: 20, clients: 32, consents: 180 },
  pace: 150,
  acts: [
    { ...main, faults: FAULTS, clockError: 2_000 },
    { ...clocks, faults: WITH_CLOCKS, clockError: HOUR + 10_000 },
  ],
});

const QUICK = [{ seconds: 135, by: 160 }, { seconds: 25, by: 195 }] as const;
const LONG = [{ seconds: 600 }, { seconds: 60 }] as const;

/** A small stage that is judged often: enough to see that a bug is found. */
const short = (seed: number): Plan => ({
  seed,
  size: { adults: 12, wards: 4, clients: 18, consents: 40 },
  pace: 120,
  acts: Array.from({ length: 4 }, () => ({ seconds: 25, faults: FAULTS, clockError: 2_000 })),
});

/** How many kills a full run is. */
const KILLS = 500;

/** Whether it goes on after these stages. */
type GoesOn = (stages: readonly Totals[]) => boolean;

/** `--quick`: one stage, under four minutes. `--hours H`: one stage after another; without either, until so many were killed. `--seed S`: that plan again. `--planted`: whether bugs are found (`--only`: whose names hold this). Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.planted) return (await findPlanted(say, values.only)) ? 0 : 1;
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
  if (values.short) return stages(seed, () => false, short);
  if (values.quick) return stages(seed, () => false, (each) => planned(each, QUICK));
  const until = performance.now() + Number(values.hours) * HOUR;
  return stages(seed, values.hours === undefined ? (played) => killsIn(played) < KILLS : () => performance.now() < until, (each) => planned(each, LONG));
}

/** One stage at least; none after one where something was wrong. */
async function stages(first: number, goesOn: GoesOn, planOf: (seed: number) => Plan): Promise<number> {
  const played: Totals[] = [];
  do {
    const seed = first + played.length;
    say(`seed ${seed}`);
    const outcome = await play(planOf(seed), (line) => say(`${(performance.now() / 1_000).toFixed(0).padStart(5)} s  ${line}`));
    if (outcome.wrong.length > 0) explain(outcome, seed, say);
    played.push(totalsOf(outcome));
  } while (played.every(({ wrong }) => wrong.length === 0) && goesOn(played));
  return sum(played, say) ? 0 : 1;
}
