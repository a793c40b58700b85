import { goalOf, isMet, type Measured, type Pairs, written } from './bench.js';
import { amount } from './chart.js';
import { escaped, goalsPlot, ratioPlot, sidesPlot } from './plots.js';

/** What one run of benches found. */
export interface Findings {
  readonly at: string;
  /** Machine, versions, settings, and what was left out, a line each. */
  readonly facts: readonly string[];
  readonly pairs: readonly Pairs[];
  readonly measured: readonly Measured[];
}

/** One page that needs nothing from elsewhere, as light as its words, for wide and narrow, light and dark screens. */
export const page = (found: Findings): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Xinma: bench</title><style>${STYLE}</style></head>
<body><header><h1>Bench</h1><p>${escaped(found.at.slice(0, 16).replace('T', ' '))} UTC: ${verdictOf(found.measured)}</p></header>
<main>${found.measured.length === 0 ? '' : `<section><h2>All goals</h2>${goalsPlot(found.measured)}${table(found.measured)}</section>`}
${found.pairs.map((pairs) => section(pairs, found.measured.find(({ name }) => name === pairs.name))).join('\n')}
<section><h2>What the figures depend on</h2><ul>${found.facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul></section></main></body></html>`;

const verdictOf = (measured: readonly Measured[]): string => `${measured.filter(isMet).length} of ${measured.length} goals met`;

const verdict = (met: boolean): string => `<strong class="${met ? 'met' : 'short'}">${met ? '✓ met' : '✗ short'}</strong>`;

const table = (measured: readonly Measured[]): string =>
  `<div class="wide"><table><thead><tr><th>name</th><th>ratio</th><th>goal</th><th></th></tr></thead><tbody>${measured
    .map((each) => `<tr><td>${escaped(each.name)}<small>${escaped(each.note ?? '')}</small></td><td>${written(each.ratio)}</td><td>${escaped(goalOf(each.goal))}</td><td>${verdict(isMet(each))}</td></tr>`)
    .join('')}</tbody></table></div>`;

function section(pairs: Pairs, measured: Measured | undefined): string {
  const { name, ratio, least, most, rounds, sides, unit } = pairs;
  const rows = rounds.map(([ours, other], index) => `<tr><td>${index + 1}</td><td>${amount(ours)}</td><td>${amount(other)}</td></tr>`).join('');
  const head = `<p>${written(ratio)}, from ${written(least)} to ${written(most)} in ${rounds.length} pairs${measured === undefined ? '' : `; goal ${escaped(goalOf(measured.goal))}: ${verdict(isMet(measured))}`}</p>`;
  const figures = `<details><summary>figures, ${escaped(unit)}</summary><div class="wide"><table><thead><tr><th>round</th>${sides.map((side) => `<th>${escaped(side)}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
  return `<section><h2>${escaped(name)}</h2>${head}${ratioPlot(pairs, measured?.goal)}${sidesPlot(pairs)}${figures}</section>`;
}

/** How pages of figures look, in light and in dark. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1f23;--soft:#59636e;--ground:#fff;--card:#f6f8fa;--line:#d1d9e0;--ours:#00695c;--other:#6e7781;--goal:#8a3ffc;--met:#0a6b2d;--short:#b3261e}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--ground:#0d1117;--card:#161b22;--line:#30363d;--ours:#4db6ac;--other:#9da7b3;--goal:#be95ff;--met:#56d364;--short:#ff8a80}}
*{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;margin:0;color:var(--ink);background:var(--ground)}header,main{max-width:56rem;margin:auto;padding:0 1rem}
header p,li{color:var(--soft)}section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.5rem 1rem 1rem;margin:1rem 0}h1,h2{line-height:1.2}h2{font-size:1.15rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}td,th{padding:.3rem .8rem .3rem 0;text-align:left;border-top:1px solid var(--line);vertical-align:top}td+td{white-space:nowrap}thead th{border-top:0}
ul{padding-left:1.2rem;overflow-wrap:anywhere}svg{display:block;overflow:visible}text{font-size:13px;fill:var(--ink);stroke:var(--card);stroke-width:5px;paint-order:stroke}text.soft{fill:var(--soft)}small{display:block;color:var(--soft)}text.goal{fill:var(--goal)}
.axis{stroke:var(--line);stroke-width:2}.median{stroke:var(--ink);stroke-width:3}line.goal{stroke:var(--goal);stroke-width:2;stroke-dasharray:5 4}
circle{stroke:var(--card);stroke-width:1}circle.ours{fill:var(--ours)}circle.other{fill:var(--other)}circle.met{fill:var(--met)}circle.short{fill:var(--short)}
strong.met{color:var(--met)}strong.short{color:var(--short)}strong{white-space:nowrap}summary{cursor:pointer;padding:.3rem 0}@media(max-width:30rem){text{font-size:12px}}`;
