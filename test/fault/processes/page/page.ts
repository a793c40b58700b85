import { STYLE } from '../../../bench/page.js';
import { type Axis, dot, drawing, escaped, ground, linear } from '../../../bench/plots.js';
import { figuresOf, killsIn, type Totals } from '../report.js';
import type { Survived } from '../plan.js';
import { timeline } from './timeline.js';

/** One page that needs nothing from elsewhere: what went wrong when, what was answered meanwhile, and how soon everybody decided again. */
export function page(stages: readonly Totals[], at: string): string {
  const survived = stages.flatMap((stage) => stage.survived);
  const wrong = stages.flatMap((stage) => stage.wrong);
  const verdict = wrong.length === 0 ? '<strong class="met">✓ nothing wrong</strong>' : `<strong class="short">✗ ${wrong.length} wrong</strong>`;
  const list = wrong.length === 0 ? '' : `<section><h2>What was wrong</h2><ul>${wrong.slice(0, 50).map(({ name, what }) => `<li><strong class="short">${name}</strong> ${escaped(what)}</li>`).join('')}</ul></section>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Xinma: under fire</title><style>${STYLE}${MORE}</style></head>
<body><header><h1>Under fire</h1><p>${escaped(at.slice(0, 16).replace('T', ' '))} UTC: ${verdict}, ${survived.filter(({ bit }) => bit).length} disturbances, ${killsIn(stages)} kills. ${escaped(figuresOf(stages))}</p></header>
<main>${list}${stages.map(section).join('\n')}
<section><h2>How soon everybody decided again</h2><p>A dot a time, in seconds. Green: nothing else went wrong meanwhile; grey: something did, and the time is not this fault’s alone. The figure is of the green ones.</p>${recoveries(survived)}</section>
${leftOut(stages)}</main></body></html>`;
}

const section = (stage: Totals): string =>
  `<section><h2>Seed ${escaped(stage.seed)}</h2><p>${stage.requests} requests, ${stage.shown} views shown, ${stage.events} events, ${stage.survived.length} disturbances, ${killsIn([stage])} kills</p>${timeline(stage)}</section>`;

function recoveries(survived: readonly Survived[]): string {
  const names = [...Map.groupBy(survived, ({ name }) => name)].toSorted(([, one], [, other]) => other.length - one.length);
  const most = 1.08 * Math.max(1_000, ...survived.map(({ back }) => back));
  const rows = names.map(([name, all]) => `<p class="name">${escaped(name)}: ${all.length}${slowest(all)}</p>${drawing(16, name, [ground(8), ...dots(all, linear(most))])}`);
  return `${rows.join('')}<p class="scale"><span>0 s</span><span>${(most / 1_000).toFixed(0)} s</span></p>`;
}

function slowest(all: readonly Survived[]): string {
  const alone = all.filter((each) => each.alone);
  return alone.length === 0 ? '' : `, <b>${(Math.max(...alone.map(({ back }) => back)) / 1_000).toFixed(1)} s</b> at most`;
}

/** What counts stands before what something else has a part in. */
const dots = (all: readonly Survived[], x: Axis): readonly string[] =>
  all.toSorted((a, b) => Number(a.alone) - Number(b.alone)).map(({ back, alone, seen }) => dot(x(back), 8, alone ? 'ours' : 'other', `${(back / 1_000).toFixed(2)} s: ${seen}`));

function leftOut(stages: readonly Totals[]): string {
  const left = new Map(stages.flatMap((stage) => [...stage.left]));
  return left.size === 0 ? '' : `<section><h2>Not on this machine</h2><ul>${[...left].map(([name, why]) => `<li>${escaped(`${name}: ${why}`)}</li>`).join('')}</ul></section>`;
}

const MORE = `
:root{--open:#d1242f;--refused:#8c959f;--fault:#8a3ffc;--back:#d4a72c}@media(prefers-color-scheme:dark){:root{--open:#ff7b72;--refused:#6e7681;--fault:#be95ff;--back:#e3b341}}
.lane{display:grid;grid-template-columns:6.5rem 1fr;align-items:center;gap:.5rem;margin:.15rem 0}.lane span{font-size:13px;color:var(--soft)}.lane svg{width:100%;background:var(--ground);border-radius:3px;overflow:hidden}
.done{fill:var(--ours);background:var(--ours)}.refused{fill:var(--refused);background:var(--refused)}.open{fill:var(--open);background:var(--open)}.fault{fill:var(--fault);background:var(--fault)}.back{fill:var(--back);background:var(--back)}.kill{fill:var(--ink);background:var(--ink)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:13px;color:var(--soft)}.legend i{display:inline-block;width:.8rem;height:.8rem;border-radius:2px;margin-right:.3rem;vertical-align:-1px}
.ends,.scale{display:flex;justify-content:space-between;margin:.1rem 0 0 7rem;font-size:13px;color:var(--soft)}.scale{margin:0}.name{margin:.5rem 0 0;font-size:14px}.name b{color:var(--ours)}@media(max-width:30rem){.lane{grid-template-columns:1fr;gap:0}.ends{margin-left:0}}`;
