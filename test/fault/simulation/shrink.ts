import { type Case, planOf } from './plan.js';
import { type Run, simulate } from './simulate.js';

/** How many runs a shrinking may take. */
const MOST_RUNS = 250;

/** Everything that a seed plans, by number. */
function whole(seed: number): Required<Case> {
  const { clients, faults } = planOf(seed);
  return { seed, steps: clients.map(({ steps }) => steps), faults: faults.map((_, index) => index) };
}

/** How much there is to look at. */
const sizeOf = ({ steps, faults }: Required<Case>): number => steps.flat().length + faults.length;

/** A smaller case in which something by the same name is wrong: without clients, faults and steps that it does not take. Tried one after the other, largest first. */
export async function shrink(seed: number, name: string): Promise<{ readonly smallest: Required<Case>; readonly run: Run }> {
  let smallest = whole(seed);
  let run = await simulate(smallest);
  let runs = 0;
  for (let again = true; again; ) {
    again = false;
    for (const candidate of candidates(smallest)) {
      if (runs >= MOST_RUNS) return { smallest, run };
      if (sizeOf(candidate) >= sizeOf(smallest)) continue;
      runs += 1;
      const tried = await simulate(candidate);
      if (!tried.wrong.some((wrong) => wrong.name === name)) continue;
      [smallest, run, again] = [candidate, tried, true];
      break;
    }
  }
  return { smallest, run };
}

function* candidates({ seed, steps, faults }: Required<Case>): Generator<Required<Case>> {
  yield { seed, steps, faults: [] };
  for (const [client] of steps.entries()) yield { seed, faults, steps: steps.with(client, []) };
  for (const half of [0, 1]) for (const [client, some] of steps.entries()) yield { seed, faults, steps: steps.with(client, some.filter((_, index) => index < some.length / 2 === (half === 0))) };
  for (const [index] of faults.entries()) yield { seed, steps, faults: faults.toSpliced(index, 1) };
  for (const [client, some] of steps.entries()) for (const [index] of some.entries()) yield { seed, faults, steps: steps.with(client, some.toSpliced(index, 1)) };
}
