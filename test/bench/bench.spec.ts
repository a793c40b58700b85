import { describe, expect, it } from '@jest/globals';
import { lineOf, type Measured, type Pairs } from './bench.js';
import { chart } from './chart.js';
import { page } from './page.js';
import { drawnPairs, measuredAs, median } from './pairs.js';

const drawn: Pairs[] = [];
const run = { quick: true, only: new Set<string>(), say: () => undefined, progress: () => undefined, drawn: (pairs: Pairs) => void drawn.push(pairs) };
const pairs = (rounds: Pairs['rounds'], more: Pick<Pairs, 'faster'> = {}): Pairs => drawnPairs(run, { name: 'P0 vs <other>', sides: ['ours', '<other>'], unit: 'events/s', rounds, ...more });

describe('the line of a goal', () => {
  it.each<readonly [number, Measured['goal'], string]>([
    [9.1, { atLeast: 8 }, 'P0 vs other 9.100 >= 8 met'],
    [7.999, { atLeast: 8 }, 'P0 vs other 7.999 >= 8 short'],
    [1.5, { atMost: 1.5 }, 'P0 vs other 1.500 <= 1.5 met'],
    [41.26, { atMost: 20 }, 'P0 vs other 41.3 <= 20 short'],
    [23_456.7, { atLeast: 23_333 }, 'P0 vs other 23457 >= 23333 met'],
    [Number.NaN, { atLeast: 1 }, 'P0 vs other NaN >= 1 short'],
  ])('%d against %j', (ratio, goal, line) => {
    expect(lineOf({ name: 'P0 vs other', ratio, goal })).toBe(line);
  });
});

describe('pairs', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('tell the median, the least and the greatest of their ratios, and durations how many times as fast', () => {
    expect(pairs([[10, 2], [30, 10], [8, 2]])).toMatchObject({ ratio: 4, least: 3, most: 5 });
    expect(pairs([[2, 10], [10, 30], [2, 8]], { faster: true })).toMatchObject({ ratio: 4, least: 3, most: 5 });
    expect(drawn.at(-1)?.name).toBe('P0 vs <other>');
  });

  it('show each round in the terminal', () => {
    expect(chart(pairs([[10, 2], [30, 10]])).at(-1)).toContain('10 : 2, 30 : 10');
  });
});

describe('the page', () => {
  const shown = pairs([[10, 2], [30, 10], [8, 2]]);
  const html = page({ at: '2026-11-23T00:00:00.000Z', facts: ['fsync=on & <more>'], pairs: [shown], measured: [measuredAs(shown, { atLeast: 5 }), { name: 'P0 memory', ratio: 3, goal: { atMost: 4 } }] });

  it('asks nobody for anything, and shows names as text', () => {
    expect(html).not.toMatch(/https?:|src=|url\(|@import|<script|<other>|<more>/);
    expect(html).toContain('fsync=on &amp; &lt;more&gt;');
  });

  it('has a dot for each pair and each figure, the goal, and the verdict in words', () => {
    expect(html.match(/class="ours"/g)).toHaveLength(6);
    expect(html.match(/class="other"/g)).toHaveLength(3);
    for (const text of ['goal at least 5', 'median 4', '✗ short', '✓ met', '1 of 2 goals met', 'P0 memory']) expect(html).toContain(text);
  });
});
