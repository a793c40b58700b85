import { escaped } from '../../../bench/plots.js';
import type { Totals } from '../report.js';
import type { Survived } from '../plan.js';
import type { Second } from './seconds.js';

/** What is answered stands above, what went wrong below, in lanes. A drawing is a thousand wide and stretched to the page: it holds no words. */
const [WIDTH, HIGH, LANE] = [1_000, 160, 16];

const LANES: Readonly<Record<Survived['at'], string>> = { api: 'API processes', projector: 'projector', ground: 'database and network', beside: 'left open' };

/** Operations a second by what came of them, and what was planted meanwhile, with how long it took until everybody decided again. */
export function timeline({ seconds, survived, began }: Pick<Totals, 'seconds' | 'survived' | 'began'>): string {
  const most = Math.max(1, ...seconds.map(({ done, refused, open }) => done + refused + open));
  const length = Math.max(seconds.length, 1);
  const x = (second: number): number => (WIDTH * second) / length;
  const y = (count: number): number => HIGH * (1 - count / most);
  const areas = [
    area(seconds, { kind: 'open', x, top: ({ done, refused, open }) => y(done + refused + open) }),
    area(seconds, { kind: 'refused', x, top: ({ done, refused }) => y(done + refused) }),
    area(seconds, { kind: 'done', x, top: ({ done }) => y(done) }),
  ];
  const lanes = (Object.keys(LANES) as Survived['at'][]).filter((at) => survived.some((each) => each.at === at));
  const rows = lanes.map((at) => {
    const marks = survived.filter((each) => each.at === at).map((each) => mark(each, (milliseconds) => x((milliseconds - began) / 1_000)));
    return `<div class="lane"><span>${LANES[at]}</span>${drawing(LANE, `what went wrong: ${LANES[at]}`, marks.join(''))}</div>`;
  });
  const legend = ['done', 'refused', 'open', 'fault', 'back', 'kill'].map((kind) => `<span><i class="${kind}"></i>${LEGEND[kind]}</span>`).join('');
  return `<p class="legend">${legend}</p><div class="lane"><span>up to ${most}/s</span>${drawing(HIGH, 'answers a second', areas.join(''))}</div>${rows.join('')}<p class="ends"><span>0 s</span><span>${length} s</span></p>`;
}

const LEGEND: Readonly<Record<string, string>> = { done: 'answered', refused: 'a decided no', open: 'nothing decided', fault: 'a fault lasts', back: 'until everybody decides again', kill: 'a kill' };

const drawing = (height: number, name: string, parts: string): string => `<svg viewBox="0 0 ${WIDTH} ${height}" height="${height}" preserveAspectRatio="none" role="img" aria-label="${escaped(name)}">${parts}</svg>`;

interface Area {
  readonly kind: string;
  readonly x: (second: number) => number;
  readonly top: (second: Second) => number;
}

/** From the ground up to where it goes: those behind show above those before. */
function area(seconds: readonly Second[], { kind, x, top }: Area): string {
  const points = seconds.flatMap((second, index) => [`${x(index).toFixed(1)},${top(second).toFixed(1)}`, `${x(index + 1).toFixed(1)},${top(second).toFixed(1)}`]);
  return `<polygon class="${kind}" points="0,${HIGH} ${points.join(' ')} ${WIDTH},${HIGH}"/>`;
}

function mark({ name, began, ended, back, kills = 0, seen }: Survived, x: (milliseconds: number) => number): string {
  const [from, to, until] = [x(began), x(ended), x(ended + back)];
  const title = `<title>${escaped(`${name}: ${seen}; everybody decides again after ${(back / 1_000).toFixed(1)} s`)}</title>`;
  const bar = (kind: string, left: number, right: number): string => `<rect class="${kind}" x="${left.toFixed(1)}" width="${Math.max(1.2, right - left).toFixed(1)}" y="3" height="10">${title}</rect>`;
  return `${bar(kills > 0 ? 'kill' : 'fault', from, to)}${bar('back', to, until)}`;
}
