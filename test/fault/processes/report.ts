import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Again, Seen } from './clients/seen.js';
import type { Wrong } from './judge.js';
import { type Second, secondsOf } from './page/seconds.js';
import type { Outcome, Say, Survived } from './plan.js';

const LOST: ReadonlySet<Wrong['name']> = new Set(['acknowledged-lost', 'view-unrecorded', 'refusal-unrecorded', 'unseen', 'rows-differ', 'follower-differs', 'rebuild-differs', 'log-broken']);
const TWICE: ReadonlySet<Wrong['name']> = new Set(['command-twice', 'key-reused', 'view-shared']);
const STALE: ReadonlySet<Wrong['name']> = new Set(['view-after-end', 'view-without-basis', 'view-outside-window', 'view-acknowledged-late', 'view-from-idempotence', 'log-without-basis', 'view-of-another', 'view-mismatched']);

/** How many wrong things the explanation lists. */
const LISTED = 20;

/** What is kept of a stage: a soak has many. */
export interface Totals extends Pick<Outcome, 'began' | 'survived' | 'wrong' | 'left'> {
  readonly seed: string;
  /** What was answered in each second. */
  readonly seconds: readonly Second[];
  readonly retries: Seen['retries'];
  readonly requests: number;
  readonly commands: number;
  readonly shown: number;
  readonly events: number;
  readonly intents: { readonly all: number; readonly decided: number };
}

/** What a stage came to. */
export const totalsOf = ({ began, survived, wrong, left, log, seen: { operations, shown, intents, retries } }: Outcome, seed: string): Totals => ({
  seed,
  began,
  seconds: secondsOf(operations, began),
  retries,
  survived,
  wrong,
  left,
  shown,
  intents,
  requests: operations.length,
  commands: operations.filter(({ kind }) => kind !== 'view').length,
  events: log.length,
});

/** How many processes were killed. */
export const killsIn = (stages: readonly Pick<Totals, 'survived'>[]): number => stages.flatMap(({ survived }) => survived).reduce((sum, { kills = 0 }) => sum + kills, 0);

/** How many commands were sent again. */
export const retriedIn = (stages: readonly Pick<Totals, 'retries'>[]): number => stages.flatMap(({ retries }) => Object.values(retries)).reduce((sum, count) => sum + count, 0);

/** Says what all stages came to. True where nothing was wrong. */
export function sum(stages: readonly Totals[], say: Say): boolean {
  const survived = stages.flatMap((stage) => stage.survived);
  const names = Map.groupBy(survived, ({ name }) => name);
  for (const [name, all] of names) say(lineOf(name, all));
  for (const [name, why] of new Map(stages.flatMap(({ left }) => [...left]))) say(` not here  ${name}: ${why}`);
  const toothless = [...names].filter(([, all]) => all.every(({ bit }) => !bit)).map(([name]) => ({ name: 'did-not-bite', what: `${name}: it left no trace` }) as const);
  const wrong: readonly Wrong[] = [...stages.flatMap((stage) => stage.wrong), ...toothless];
  for (const { name, what } of toothless) say(`wrong: ${name}: ${what}`);
  say(figuresOf(stages));
  const count = (of: ReadonlySet<Wrong['name']>): number => wrong.filter(({ name }) => of.has(name)).length;
  const rest = wrong.length - count(LOST) - count(TWICE) - count(STALE);
  if (rest > 0) say(`${rest} otherwise wrong`);
  say(`faults: ${survived.filter(({ bit }) => bit).length} survived, ${count(LOST)} lost, ${count(TWICE)} twice, ${count(STALE)} stale`);
  return wrong.length === 0;
}

const lineOf = (name: string, all: readonly Survived[]): string =>
  `${String(all.filter(({ bit }) => bit).length).padStart(9)}  ${name}${all.every(({ bit }) => bit) ? '' : ` (${all.length} tries)`}, everybody decides again after ${timesOf(all)}`;

/** What else went wrong meanwhile makes it longer. */
function timesOf(all: readonly Survived[]): string {
  const [alone, beside] = [all.filter((each) => each.alone), all.filter((each) => !each.alone)];
  const said = [...(alone.length > 0 ? [`${inSeconds(longest(alone))} at most`] : []), ...(beside.length > 0 ? [`${inSeconds(longest(beside))} where something else went wrong meanwhile`] : [])];
  return said.join(', ');
}

const longest = (all: readonly Survived[]): number => Math.max(...all.map(({ back }) => back));
const inSeconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

/** All figures in a line. */
export function figuresOf(stages: readonly Totals[]): string {
  const total = (of: (stage: Totals) => number): number => stages.reduce((sum, stage) => sum + of(stage), 0);
  const decided = total(({ intents }) => intents.decided) / Math.max(1, total(({ intents }) => intents.all));
  const again = (how: Again): number => total(({ retries }) => retries[how]);
  const retried = `${retriedIn(stages)} sent again: ${again('sameKey')} as they were, ${again('otherKey')} under another key, ${again('otherBody')} with another body`;
  return `${total(({ requests }) => requests)} requests (${total(({ commands }) => commands)} commands, ${retried}), ${total(({ shown }) => shown)} views shown, ${total(({ events }) => events)} events, ${killsIn(stages)} kills, ${(100 * decided).toFixed(2)} % decided`;
}

/** Around the first wrong step: what clients saw of what it is about, and what was done to it meanwhile. The whole history goes to a file. */
export function explain(outcome: Outcome, seed: string, say: Say): void {
  const { wrong, lines, seen, log } = outcome;
  const file = join(mkdtempSync(join(tmpdir(), 'xinma-history-')), `seed-${seed}.json`);
  const whole = { seed, wrong, lines, epoch: seen.epoch, operations: seen.operations, log };
  writeFileSync(file, JSON.stringify(whole, (_, value: unknown) => (value === Infinity ? 'never' : value), 1), { mode: 0o600 });
  for (const { name, what } of wrong.slice(0, LISTED)) say(`wrong: ${name}: ${what}`);
  const about = /[cg]_[0-9a-f]{32}(?:-\d+)?|[0-9a-f]{32}/.exec(wrong[0]?.what ?? '')?.[0];
  if (about !== undefined) for (const line of around(outcome, about)) say(line);
  say(`seed ${seed}; the whole history is in ${file}`);
}

/** All that was seen of one basis or sample, in time, in milliseconds since the command began. */
function around({ seen, log, lines }: Outcome, about: string): readonly string[] {
  const asked = seen.operations
    .filter(({ target }) => target === about)
    .map(({ began, ended, kind, actor, key, outcome, code, state, shown }) => [began, `${kind} by ${actor} under ${key}, until ${ended.toFixed(0)}: ${outcome} ${code ?? state ?? shown?.disclosure ?? ''}`] as const);
  const stood = log.filter(({ data }) => Object.values(data).includes(about)).map(({ type, position, data }) => [Date.parse(String(data['at'])) - seen.epoch, `log ${position}: ${type}`] as const);
  const planted = lines.map((line) => [Number.parseFloat(line), line.slice(line.indexOf(' ') + 1)] as const);
  return [...asked, ...stood, ...planted].toSorted(([a], [b]) => a - b).map(([at, line]) => `${at.toFixed(0).padStart(9)}  ${line}`);
}
