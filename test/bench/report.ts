import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goalOf, isMet, written, type Measured, type Pairs } from './bench.js';
import { amount } from './chart.js';
import { median } from './pairs.js';

const FOLDER = 'bench-results';
const [HEIGHT, STEP, LEFT] = [120, 22, 10];

/** Writes one page with a plot of every pair and the measured lines; needs nothing from elsewhere. Answers its path. */
export function writeReport(facts: readonly string[], pairs: readonly Pairs[], measured: readonly Measured[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.html`);
  writeFileSync(file, page(facts, pairs, measured));
  return file;
}

const page = (facts: readonly string[], pairs: readonly Pairs[], measured: readonly Measured[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Xinma: bench</title>
<style>body{font:15px/1.5 system-ui;margin:2em auto;max-width:60em;padding:0 1em}td,th{padding:.2em 1em;text-align:left;border-bottom:1px solid #ddd}.met{color:#087f23}.short{color:#b71c1c}svg{display:block}</style>
<h1>Bench</h1><p>${facts.map(escaped).join('<br>')}</p>
<table><tr><th>name<th>ratio<th>goal<th><th>note${measured.map(row).join('')}</table>
${pairs.map(plot).join('')}</html>`;

function row(each: Measured): string {
  const verdict = isMet(each) ? 'met' : 'short';
  return `<tr><td>${escaped(each.name)}<td>${written(each.ratio)}<td>${escaped(goalOf(each.goal))}<td class="${verdict}">${verdict}<td>${escaped(each.note ?? '')}`;
}

/** Each round's two bars side by side. */
function plot({ name, sides, unit, rounds, ratio, least, most }: Pairs): string {
  const top = Math.max(...rounds.flat());
  const bars = rounds.flatMap((pair, round) => pair.map((value, side) => bar({ x: LEFT + round * (2 * STEP + 12) + side * STEP, height: (HEIGHT * value) / top, side, value, unit })));
  const width = LEFT + rounds.length * (2 * STEP + 12);
  const legend = sides.map((side, index) => `<span style="color:${COLOURS[index]}">■</span> ${escaped(side)}: median ${amount(median(rounds.map((pair) => pair[index] ?? 0)))} ${escaped(unit)}`);
  return `<h2>${escaped(name)}: ${ratio.toPrecision(3)} (${least.toPrecision(3)} to ${most.toPrecision(3)})</h2><p>${legend.join('<br>')}</p>
<svg width="${width}" height="${HEIGHT + 4}" role="img" aria-label="${escaped(name)}">${bars.join('')}</svg>`;
}

const COLOURS = ['#00796b', '#9e9e9e'];

const bar = ({ x, height, side, value, unit }: { x: number; height: number; side: number; value: number; unit: string }): string =>
  `<rect x="${x}" y="${(HEIGHT - height).toFixed(1)}" width="${STEP - 2}" height="${height.toFixed(1)}" fill="${COLOURS[side]}"><title>${amount(value)} ${escaped(unit)}</title></rect>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
