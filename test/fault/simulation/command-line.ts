import { parseArgs } from 'node:util';
import { machineNow } from './machine/take-over.js';
import { findPlanted } from '../planted/find.js';
import { alone, play } from './players.js';
import { shrink } from './shrink.js';
import { simulate } from './simulate.js';
import type { Tally } from './tally.js';

const OPTIONS = {
  seeds: { type: 'string', default: '200' },
  from: { type: 'string', default: '1' },
  seed: { type: 'string' },
  jobs: { type: 'string' },
  'until-wrong': { type: 'boolean', default: false },
  planted: { type: 'boolean', default: false },
} as const;

/** How many seeds are played before somebody asks whether something is wrong. */
const TOGETHER = 20;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * `--seeds N` plays seeds from 1 (`--from F`); `--seed S` plays one, twice, with everything that happened; `--planted` plants every bug and tells which seeds
 * find it. Answers the exit code.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.planted) return (await findPlanted(say)) ? 0 : 1;
  if (values['until-wrong']) return untilWrong(Number(values.seeds));
  return values.seed === undefined ? many(Number(values.from), Number(values.seeds), values.jobs) : one(Number(values.seed));
}

/** Stops at the first twenty seeds among which one goes wrong. */
async function untilWrong(most: number): Promise<number> {
  for (let from = 1; from <= most; from += TOGETHER) {
    const { wrong } = await alone(from, TOGETHER);
    const names = Map.groupBy(wrong.flatMap(({ wrong }) => [...new Set(wrong.map(({ name }) => name))]), (name) => name);
    if (wrong.length === 0) continue;
    say(`${wrong.length} of seeds ${from} to ${from + TOGETHER - 1}: ${[...names].map(([name, each]) => `${name} (${each.length})`).join(', ')}`);
    return 1;
  }
  say(`nothing in ${most} seeds`);
  return 0;
}

async function many(from: number, count: number, jobs: string | undefined): Promise<number> {
  const began = machineNow();
  const tally = await play(from, count, jobs === undefined ? undefined : Number(jobs));
  for (const { seed, wrong } of tally.wrong) say(`seed ${seed}: ${[...new Set(wrong.map(({ name }) => name))].join(', ')}`);
  const [first] = tally.wrong;
  if (first !== undefined) await explain(first.seed, first.wrong[0]?.name ?? '');
  say(lastLine(tally, machineNow() - began));
  return tally.wrong.length === 0 ? 0 : 1;
}

/** The smallest case in which it still goes wrong, and all that happens there. */
async function explain(seed: number, name: string): Promise<void> {
  const { smallest, run } = await shrink(seed, name);
  for (const line of run.lines) say(line);
  for (const { name, what } of run.wrong) say(`${name}: ${what}`);
  say(`keep it: ${JSON.stringify(smallest)}`);
}

async function one(seed: number): Promise<number> {
  const [first, second] = [await simulate({ seed }), await simulate({ seed })];
  for (const line of first.lines) say(line);
  for (const { name, what } of first.wrong) say(`${name}: ${what}`);
  const isSame = first.hash === second.hash;
  say(`simulate: seed ${seed}, ${first.operations.length} operations, ${first.events} events, ${first.wrong.length} wrong, ${isSame ? `trace ${first.hash}, twice` : 'another trace the second time'}`);
  return first.wrong.length === 0 && isSame ? 0 : 1;
}

const lastLine = ({ seeds, operations, events, shown, refused, perhaps, wrong }: Tally, milliseconds: number): string =>
  `simulate: ${seeds} seeds, ${operations} operations (${shown} views shown, ${refused} refusals, ${perhaps} undecided), ${events} events, ${wrong.length} seeds wrong, ${(milliseconds / 1_000).toFixed(1)} s`;
