import { join } from 'node:path';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { chance, zipf } from '../city/chance.js';
import { inServers, type Served } from '../city/child.js';
import { type City, inCity } from '../city/city.js';
import { type Planned, writePlan } from '../load/plan.js';
import { drawnPairs, type Side, turns } from '../pairs.js';
import { Loads } from './loads.js';
import { askFor, basisOf, isRight, type ViewAnswer } from './oracle.js';

const ORDER = 200_000;

/** P3: views of others, each recorded before it is shown. */
export const bench: Bench = {
  names: ['P3'],
  what: 'the consent-gated view over HTTP, recorded first',
  run: (run) => inCity(run, (city) => withServers(city, (servers) => measure(run, city, servers))),
};

interface Servers {
  readonly ours: Served;
  readonly unrecording: Served;
  readonly textbook: Served;
}

const withServers = <T>(city: City, work: (servers: Servers) => Promise<T>): Promise<T> =>
  inServers(async (start) => work({ ours: await start(city.ours()), unrecording: await start(city.ours(false)), textbook: await start(city.textbook()) }));

async function measure(run: BenchRun, city: City, servers: Servers): Promise<readonly Measured[]> {
  run.progress('comparing answers');
  const ids = await check(city, servers.ours.address, run.quick ? 400 : 4_000);
  if ((await city.eventsOf(ids)) !== ids.length) throw new Error('a view was shown that is not in the log');
  await check(city, servers.textbook.address, run.quick ? 400 : 4_000);
  const plans = writePlans(city);
  const before = [await city.events('ViewDisclosed'), await city.textbookViews()] as const;
  const load = new Loads(city);
  const seconds = run.quick ? 3 : 5;
  const side = (name: string, { address }: Served, plan: string): Side => ({ name, turn: () => load.rate(name, { address, plan, seconds }) });
  const sides = [
    side('xinma', servers.ours, plans.views),
    side('own status read', servers.ours, plans.reads),
    side('textbook', servers.textbook, plans.views),
    side('views not recorded', servers.unrecording, plans.views),
  ] as const;
  for (const [name, { address }] of [['xinma', servers.ours], ['views not recorded', servers.unrecording], ['textbook', servers.textbook]] as const) await load.all(name, address, plans.everyBasis);
  // Its reads are warm, too: what is slow at first would pass for the price of a view.
  await load.rate('own status read', { address: servers.ours.address, plan: plans.reads, seconds: 2 });
  const rounds = await turns(run, 'P3', sides, run.quick ? 3 : 7);
  load.agrees('xinma', (await city.events('ViewDisclosed')) - before[0]);
  load.agrees('textbook', (await city.textbookViews()) - before[1]);
  const pair = (other: 1 | 2 | 3) => drawnPairs(run, { name: `P3 vs ${sides[other].name}`, sides: [sides[0].name, sides[other].name], unit: 'req/s', rounds: rounds.map((each) => [each[0] ?? 0, each[other] ?? 0]) });
  const line = (name: string, { ratio, least, most }: ReturnType<typeof pair>, atLeast: number): Measured => ({ name, ratio, goal: { atLeast }, note: `${least.toPrecision(3)} to ${most.toPrecision(3)}` });
  return [line('P3 vs own status read', pair(1), 0.45), line('P3 vs textbook', pair(2), 7), line('P3 vs views not recorded', pair(3), 0.8)];
}

function writePlans(city: City): { readonly views: string; readonly everyBasis: string; readonly reads: string } {
  const [views, everyBasis, reads] = ['views', 'every-basis', 'reads'].map((name) => join(city.folder, `${name}.plan`)) as [string, string, string];
  const asked = Array.from({ length: city.size.bases }, (_, index): Planned => ({ method: 'POST', ...askFor(city, index) }));
  const random = chance(3);
  writePlan(views, { requests: asked, order: Array.from({ length: ORDER }, () => Math.floor(random() * asked.length)) });
  writePlan(everyBasis, { requests: asked, order: asked.map((_, index) => index) });
  const next = zipf(city.size.viewers, chance(4));
  writePlan(reads, { requests: city.tokens.slice(0, city.size.viewers).map((token) => ({ method: 'GET', path: '/v1/me/code', token })), order: Array.from({ length: ORDER }, next) });
  return { views, everyBasis, reads };
}

/** Compares answers with the city's facts, basis by basis; answers the ids of the disclosures. */
async function check(city: City, address: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < Math.min(count, city.size.bases); index++) {
    const { path, token, body } = askFor(city, index);
    const response = await fetch(new URL(path, address), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body });
    const answer = (await response.json()) as ViewAnswer;
    if (!isRight(city, index, response.status, answer)) throw new Error(`${address} answered ${response.status} to a basis that is ${basisOf(city, index).kind}`);
    if (answer.disclosure !== undefined) ids.push(answer.disclosure);
  }
  return ids;
}
