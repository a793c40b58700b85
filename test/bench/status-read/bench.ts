import { join } from 'node:path';
import type { Status } from '../../../libs/domain/status/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { chance, zipf } from '../city/chance.js';
import { inServers, serve, type Served } from '../city/child.js';
import { type City, inCity } from '../city/city.js';
import { type Inhabitant, inhabitant } from '../city/people.js';
import type { Load } from '../load/generator.js';
import { type Planned, writePlan } from '../load/plan.js';
import { drawnPairs, median, rangeOf, turns } from '../pairs.js';

/** Yuekang's busiest minute of 10 January 2022, a second. */
const PEAK = 23_333;
const ORDER = 200_000;
/** Of two seconds each, at least: a server that has just started compiles for as long as that. */
const WARM_TURNS = 3;

/** P1: everybody shows their code. */
export const bench: Bench = {
  names: ['P1'],
  what: 'the status read over HTTP, fresh from the database each time',
  run: (run) => inCity(run, (city) => withServers(city, (servers) => measure(run, city, servers))),
};

interface Servers {
  readonly ours: Served;
  readonly bare: Served;
  readonly textbook: Served;
}

const withServers = <T>(city: City, work: (servers: Servers) => Promise<T>): Promise<T> =>
  inServers(async (start) => {
    const [ours, textbook] = [await start(city.ours()), await start(city.textbook())];
    const { text } = await read(ours.address, city.tokens[0] ?? '');
    return work({ ours, textbook, bare: await start(serve('status-read/bare', { body: text }, join(city.folder, 'bare.log'))) });
  });

async function measure(run: BenchRun, city: City, { ours, bare, textbook }: Servers): Promise<readonly Measured[]> {
  run.progress('comparing answers');
  for (const server of [ours, textbook]) await check(city, server.address, run.quick ? 500 : 5_000);
  const next = zipf(city.size.signedIn, chance(1));
  const plan = join(city.folder, 'status-read.plan');
  const requests = city.tokens.map((token): Planned => ({ method: 'GET', path: '/v1/me/code', token }));
  writePlan(plan, { requests, order: Array.from({ length: ORDER }, next) });
  const mine: Load[] = [];
  const side = (name: string, { address }: Served, loads: Load[] = []) => ({
    name,
    async turn() {
      const load = await city.generator.run(address, plan, run.quick ? 3 : 5);
      if (load.refused + load.broken > 0) throw new Error(`${name}: ${load.refused} refused, ${load.broken} broken of ${load.requests}`);
      loads.push(load);
      return load.requests / load.seconds;
    },
  });
  const sides = [side('xinma', ours, mine), side('bare node:http', bare), side('textbook', textbook)] as const;
  // Everybody who is signed in has asked before: tokens are verified, compilers and plans are warm.
  const everybody = join(city.folder, 'everybody.plan');
  writePlan(everybody, { requests, order: requests.map((_, index) => index) });
  for (const { address } of [ours, bare, textbook]) await warm(city, address, everybody);
  const rounds = await turns(run, 'P1', sides, run.quick ? 3 : 7);
  const pair = (other: 1 | 2) => drawnPairs(run, { name: `P1 vs ${sides[other].name}`, sides: [sides[0].name, sides[other].name], unit: 'req/s', rounds: rounds.map((each) => [each[0] ?? 0, each[other] ?? 0]) });
  const [limit, peer] = [pair(1), pair(2)];
  const rate = median(mine.map(({ requests, seconds }) => requests / seconds));
  return [
    { name: 'P1 vs bare node:http', ratio: limit.ratio, goal: { atLeast: 0.6 }, note: `one API process against one of bare node:http; ${rangeOf(limit)}` },
    { name: 'P1 vs textbook', ratio: peer.ratio, goal: { atLeast: 6 }, note: rangeOf(peer) },
    { name: 'P1 rate', ratio: rate, goal: { atLeast: PEAK }, note: 'requests a second, generator and database on the same machine' },
    { name: 'P1 p99', ratio: median(mine.map(({ p99 }) => p99)), goal: { atMost: 20 }, note: 'milliseconds, 64 connections that never pause' },
  ];
}

async function warm(city: City, address: string, plan: string): Promise<void> {
  for (let sent = 0, turn = 0; turn < WARM_TURNS || sent < city.size.signedIn; turn++) sent += (await city.generator.run(address, plan, 2)).requests;
}

async function read(address: string, token: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL('/v1/me/code', address), { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
}

const LINES: Readonly<Record<string, { status: Status; hours: number }>> = {
  '260415000': { status: 'clear', hours: 48 },
  '260373001': { status: 'positive', hours: 14 * 24 },
  '419984006': { status: 'retest', hours: 48 },
};

/** Each answer is what that inhabitant's one result gives by the rule. */
async function check(city: City, address: string, count: number): Promise<void> {
  for (let index = 0; index < Math.min(count, city.size.signedIn); index++) {
    const { status, text } = await read(address, city.tokens[index] ?? '');
    if (status !== 200 || !isRight(JSON.parse(text) as CodeAnswer, inhabitant(index, city.now))) throw new Error(`${address} answered ${status} to inhabitant ${index}: ${text}`);
  }
}

interface CodeAnswer {
  readonly status?: string;
  readonly asOf: string;
  readonly evidence: { readonly collectedAt: string } | null;
}

function isRight({ status, asOf, evidence }: CodeAnswer, { result, collectedAt }: Inhabitant): boolean {
  const line = LINES[result];
  const holds = line !== undefined && Date.parse(asOf) < collectedAt + line.hours * 3_600_000;
  return holds ? status === line.status && evidence?.collectedAt === new Date(collectedAt).toISOString() : status === 'no-current-result' && evidence === null;
}
