import { parseArgs } from 'node:util';
import { FAULTS, WITH_CLOCKS } from './faults/index.js';
import { explain, sum } from './report.js';
import { type Outcome, type Plan, play } from './run.js';

const OPTIONS = { seed: { type: 'string' }, quick: { type: 'boolean', default: false }, hours: { type: 'string', default: '1' } } as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const HOUR = 3_600_000;

/** How long the parts of a quick run and of a stage of a long one last, in seconds. */
const QUICK = [130, 25] as const;
const LONG = [600, 60] as const;

/** A stage with everything on it. Clocks jump in its last act, for windows are judged less sharply from then on. */
const planned = (seed: number, [main, clocks]: readonly [number, number]): Plan => ({
  seed,
  size: { adults: 30, wards: 20, clients: 32, consents: 180 },
  pace: 150,
  acts: [
    { seconds: main, faults: FAULTS, clockError: 2_000 },
    { seconds: clocks, faults: WITH_CLOCKS, clockError: HOUR + 10_000 },
  ],
});

/** `--quick`: one stage, under four minutes. `--hours H`: one stage after another; without either, for one hour. `--seed S`: that plan again. Answers the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
  const until = values.quick ? 0 : performance.now() + Number(values.hours) * HOUR;
  const outcomes: Outcome[] = [];
  do {
    const seed = first + outcomes.length;
    say(`seed ${seed}`);
    const outcome = await play(planned(seed, values.quick ? QUICK : LONG), (line) => say(`${(performance.now() / 1_000).toFixed(0).padStart(5)} s  ${line}`));
    outcomes.push(outcome);
    if (outcome.wrong.length > 0) explain(outcome, seed, say);
  } while (performance.now() < until && outcomes.every(({ wrong }) => wrong.length === 0));
  return sum(outcomes, say) ? 0 : 1;
}
