import type { BenchRun, Measured, Pairs } from './bench.js';

/** A side of a pair: its name, and one turn, which answers a rate or a duration. */
export interface Side {
  readonly name: string;
  turn(): Promise<number>;
}

/** Takes turns, A B C A B C: whatever else the machine does meanwhile meets all of them. One list of figures a round. */
export async function turns(run: BenchRun, name: string, sides: readonly Side[], rounds: number): Promise<readonly (readonly number[])[]> {
  const measured: number[][] = [];
  for (let round = 1; round <= rounds; round++) {
    const figures: number[] = [];
    for (const side of sides) {
      run.progress(`${name}: ${side.name}, round ${round} of ${rounds}`);
      figures.push(await side.turn());
    }
    measured.push(figures);
  }
  return measured;
}

/** Two sides in turns. */
export async function inTurns(run: BenchRun, { sides, rounds, ...of }: InTurns): Promise<Pairs> {
  const measured = await turns(run, of.name, sides, rounds);
  return drawnPairs(run, { ...of, sides: [sides[0].name, sides[1].name], rounds: measured.map(([ours = Number.NaN, other = Number.NaN]) => [ours, other]) });
}

/** What takes turns, how often, and how its figures are read. */
export interface InTurns extends Pick<Pairs, 'name' | 'unit' | 'faster'> {
  readonly sides: readonly [ours: Side, other: Side];
  readonly rounds: number;
}

/** The pairs with their median ratio, told to whoever draws. */
export function drawnPairs(run: BenchRun, of: Pick<Pairs, 'name' | 'sides' | 'unit' | 'rounds' | 'faster'>): Pairs {
  const ratios = of.rounds.map(([ours, other]) => (of.faster === true ? other / ours : ours / other));
  const pairs: Pairs = { ...of, ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
  run.drawn(pairs);
  return pairs;
}

/** From the least ratio to the greatest. */
export const rangeOf = ({ least, most }: Pairs): string => `${least.toPrecision(3)} to ${most.toPrecision(3)}`;

/** A goal for the median of the pairs, under the same name. */
export const measuredAs = (pairs: Pairs, goal: Measured['goal'], more = ''): Measured => ({ name: pairs.name, ratio: pairs.ratio, goal, note: rangeOf(pairs) + more });

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
