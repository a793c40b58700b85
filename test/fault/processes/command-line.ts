import { parseArgs } from 'node:util';
import { findPlanted } from './planted.js';
import { FULL, full, type Lengths, quick, short } from './plans.js';
import { writeReport } from './page/write.js';
import { explain, killsIn, retriedIn, sum, type Totals, totalsOf } from './report.js';
import type { Plan } from './plan.js';
import { play } from './run.js';
import { compileOlder } from './stage/older.js';

const OPTIONS = {
  seed: { type: 'string' },
  quick: { type: 'boolean', default: false },
  hours: { type: 'string' },
  stages: { type: 'string' },
  lengths: { type: 'string' },
  short: { type: 'boolean', default: false },
  planted: { type: 'boolean', default: false },
  only: { type: 'string' },
} as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const HOUR = 3_600_000;

/** How many kills, and how many commands that are sent again, a full run is. */
const [KILLS, RETRIED] = [500, 10_000];

/** Whether it goes on after these stages. */
type GoesOn = (played: readonly Totals[]) => boolean;

/** What is played: a plan for each stage, and whether there is a next one. */
interface Run {
  readonly planOf: (seed: string, number: number) => Plan;
  readonly goesOn: GoesOn;
}

/**
 * `--quick`: one stage, under four minutes. `--hours H`: one stage after another; without either, until so many were killed. `--seed S`: those plans again,
 * `--seed S.N` from stage N on. `--stages N`: so many stages. `--lengths`: a full run whose acts are shorter, as JSON. `--planted`: whether bugs are found (`--only`: whose names hold this). Answers the exit code.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.planted) return (await findPlanted(say, values.only)) ? 0 : 1;
  const [seed = '', from = '0'] = (values.seed ?? String(Math.floor(Math.random() * 1_000_000_000))).split('.');
  return stages(seed, Number(from), runOf(values));
}

function runOf(values: { readonly quick: boolean; readonly short: boolean; readonly hours?: string; readonly stages?: string; readonly lengths?: string }): Run {
  if (values.short) return { planOf: short, goesOn: () => false };
  if (values.quick) return { planOf: quick, goesOn: () => false };
  const lengths: Lengths = { ...FULL, ...(JSON.parse(values.lengths ?? '{}') as Partial<Lengths>) };
  return { planOf: (seed, number) => full(seed, number, lengths), goesOn: untilWhen(values) };
}

function untilWhen({ hours, stages }: { readonly hours?: string; readonly stages?: string }): GoesOn {
  if (stages !== undefined) return (played) => played.length < Number(stages);
  const until = performance.now() + Number(hours) * HOUR;
  return hours === undefined ? (played) => killsIn(played) < KILLS || retriedIn(played) < RETRIED : () => performance.now() < until;
}

/** One stage at least; none after one where something was wrong. */
async function stages(run: string, from: number, { planOf, goesOn }: Run): Promise<number> {
  const played: Totals[] = [];
  // Beside the first stage's beginning: a quick run has no time to wait.
  const older = compileOlder();
  // Where it can't be compiled, the stage says so.
  older.catch(() => undefined);
  try {
    do {
      const seed = `${run}.${from + played.length}`;
      say(`seed ${seed}`);
      const outcome = await play(planOf(seed, from + played.length), (line) => say(`${(performance.now() / 1_000).toFixed(0).padStart(5)} s  ${line}`), older);
      if (outcome.wrong.length > 0) explain(outcome, seed, say);
      played.push(totalsOf(outcome, seed));
      say(`so far: ${killsIn(played)} kills, ${retriedIn(played)} commands sent again; page: ${writeReport(played)}`);
    } while (played.every(({ wrong }) => wrong.length === 0) && goesOn(played));
  } finally {
    (await older).remove();
  }
  return sum(played, say) ? 0 : 1;
}
