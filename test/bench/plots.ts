import type { Measured, Pairs } from './bench.js';
import { amount } from './chart.js';
import { median } from './pairs.js';

/** Text as it may stand in a page. */
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Where a value stands on a plot, in percent of its width: plots are as wide as the screen, their text keeps its size. */
export type Axis = (value: number) => number;

const [LEFT, RIGHT] = [2, 98];

/** From 0 on. */
export const linear =
  (most: number): Axis =>
  (value) =>
    LEFT + ((RIGHT - LEFT) * value) / most;

const logarithmic =
  (least: number, most: number): Axis =>
  (value) =>
    LEFT + ((RIGHT - LEFT) * Math.log(value / least)) / Math.log(most / least);

const at = (percent: number): string => `${percent.toFixed(2)}%`;

/** A value, with what it is to be read as. */
export const dot = (x: number, y: number, kind: string, title: string): string => `<circle class="${kind}" cx="${at(x)}" cy="${y}" r="5"><title>${escaped(title)}</title></circle>`;

/** A text beside a place, on the side that has room. */
const label = (x: number, y: number, text: string, kind = ''): string => `<text class="${kind}" x="${at(x)}" y="${y}" dx="${x > 60 ? -6 : 6}" text-anchor="${x > 60 ? 'end' : 'start'}">${escaped(text)}</text>`;

const upright = (x: number, [top, bottom]: readonly [number, number], kind: string): string => `<line class="${kind}" x1="${at(x)}" x2="${at(x)}" y1="${top}" y2="${bottom}"/>`;

/** The line that values stand on. */
export const ground = (y: number): string => `<line class="axis" x1="${at(LEFT)}" x2="${at(RIGHT)}" y1="${y}" y2="${y}"/>`;

const heading = (y: number, text: string): string => `<text x="${at(LEFT)}" y="${y}">${escaped(text)}</text>`;

/** Where an axis begins. */
const from = (y: number): string => `<text class="soft" x="${at(LEFT)}" y="${y}">0</text>`;

/** A plot as high as that and as wide as there is room. */
export const drawing = (height: number, name: string, parts: readonly string[]): string => `<svg width="100%" height="${height}" role="img" aria-label="${escaped(name)}">${parts.join('')}</svg>`;

/** The ratio of each pair as a dot, their median, and the goal. */
export function ratioPlot({ name, rounds, ratio, faster }: Pairs, goal: Measured['goal'] | undefined): string {
  const ratios = rounds.map(([ours, other]) => (faster === true ? other / ours : ours / other));
  const bar = goal === undefined ? undefined : 'atLeast' in goal ? goal.atLeast : goal.atMost;
  const x = linear(1.08 * Math.max(...ratios, bar ?? 0));
  const wanted = bar === undefined || goal === undefined ? [] : [upright(x(bar), [28, 70], 'goal'), label(x(bar), 38, `goal ${'atLeast' in goal ? 'at least' : 'at most'} ${amount(bar)}`, 'goal')];
  const dots = ratios.map((value, index) => dot(x(value), 56, 'ours', `pair ${index + 1}: ${amount(value)}`));
  const middle = [upright(x(ratio), [44, 68], 'median'), label(x(ratio), 84, `median ${amount(ratio)}`)];
  return drawing(96, `${name}: ratio of each pair`, [heading(14, 'Ratio of each pair'), ground(56), from(72), ...wanted, ...dots, ...middle]);
}

/** Both sides' figures, a dot a round. */
export function sidesPlot({ name, sides, unit, rounds }: Pairs): string {
  const x = linear(1.08 * Math.max(...rounds.flat()));
  const rows = sides.flatMap((side, index) => {
    const values = rounds.map((pair) => pair[index] ?? Number.NaN);
    const [y, middle, kind] = [34 + index * 48, median(values), index === 0 ? 'ours' : 'other'];
    return [heading(y - 18, `${side}: median ${amount(middle)} ${unit}`), ground(y), ...values.map((value, round) => dot(x(value), y, kind, `round ${round + 1}: ${amount(value)} ${unit}`)), upright(x(middle), [y - 10, y + 10], 'median')];
  });
  return drawing(104, `${name}: ${unit} of both sides`, [...rows, from(100)]);
}

/** How many times its goal something is: over 1 it is met. */
const timesGoal = (ratio: number, goal: Measured['goal']): number => ('atLeast' in goal ? ratio / goal.atLeast : goal.atMost / ratio);

/** All goals under each other: how far each is from being met. */
export function goalsPlot(measured: readonly Measured[]): string {
  const far = measured.map(({ ratio, goal }) => timesGoal(ratio, goal)).filter((value) => Number.isFinite(value) && value > 0);
  const x = logarithmic(0.8 * Math.min(...far, 0.5), 1.25 * Math.max(...far, 2));
  const rows = measured.flatMap(({ name, ratio, goal }, index) => {
    const [value, y] = [timesGoal(ratio, goal), 44 + index * 40];
    // The goal is marked on each line by itself: a line through all of them would cross what is written.
    return [heading(y - 12, `${name}: ${value.toFixed(2)} × goal`), ground(y), upright(x(1), [y - 8, y + 8], 'goal'), dot(x(value), y, value >= 1 ? 'met' : 'short', `${name}: ${amount(ratio)}`)];
  });
  return drawing(44 + measured.length * 40, 'All goals', [label(x(1), 14, 'goal', 'goal'), ...rows]);
}
