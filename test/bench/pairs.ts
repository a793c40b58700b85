import type { BenchRun, Pairs } from './bench.js';

/** A side of a pair: its name, and one turn, which answers a rate or a duration. */
export interface Side {
  readonly name: string;
  turn(): Promise<number>;
}

/** Takes turns, A B A B A B: whatever else the machine does meanwhile meets both. */
export async function inTurns(run: BenchRun, { name, unit, sides: [a, b], rounds }: { name: string; unit: string; sides: readonly [ours: Side, other: Side]; rounds: number }): Promise<Pairs> {
  const measured: [number, number][] = [];
  for (let round = 1; round <= rounds; round++) {
    const pair: [number, number] = [Number.NaN, Number.NaN];
    for (const [index, side] of [a, b].entries()) {
      run.progress(`${name}: ${side.name}, round ${round} of ${rounds}`);
      pair[index] = await side.turn();
    }
    measured.push(pair);
  }
  return drawnPairs(run, { name, sides: [a.name, b.name], unit, rounds: measured });
}

/** The pairs with their median ratio, told to whoever draws. */
export function drawnPairs(run: BenchRun, of: Pick<Pairs, 'name' | 'sides' | 'unit' | 'rounds'>): Pairs {
  const ratios = of.rounds.map(([ours, other]) => ours / other);
  const pairs: Pairs = { ...of, ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
  run.drawn(pairs);
  return pairs;
}

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
