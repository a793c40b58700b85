import type { Pairs } from './bench.js';
import { median } from './pairs.js';
import { painted } from '../../apps/cli/src/feed/screen.js';

const WIDTH = 40;

/** Both sides of a pair as bars, for a terminal. */
export function chart({ name, sides, unit, rounds, ratio, least, most }: Pairs): readonly string[] {
  const medians = [median(rounds.map(([ours]) => ours)), median(rounds.map(([, other]) => other))] as const;
  const longest = Math.max(...medians);
  const widest = Math.max(...sides.map((side) => side.length));
  const bar = (index: 0 | 1): string => {
    const full = '█'.repeat(Math.max(1, Math.round((WIDTH * medians[index]) / longest)));
    return `  ${sides[index].padEnd(widest)} ${painted(index === 0 ? 'green' : 'gray', full)} ${amount(medians[index])} ${unit}`;
  };
  const figures = rounds.map(([ours, other]) => `${amount(ours)} : ${amount(other)}`).join(', ');
  return [painted('bold', `${name}: ${ratio.toPrecision(3)} (${least.toPrecision(3)} to ${most.toPrecision(3)}, ${rounds.length} pairs)`), bar(0), bar(1), painted('gray', `  pairs: ${figures}`)];
}

/** A figure as people read it. */
export const amount = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 4 });
