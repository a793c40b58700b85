import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { inServers, type Served } from '../city/child.js';
import { type City, inCity } from '../city/city.js';
import { peakOf } from '../machine.js';
import { drawnPairs, measuredAs, median } from '../pairs.js';
import { askFor, isRight, type ViewAnswer } from '../view/oracle.js';
import { drive, openSlowSockets } from './carried-out.js';
import type { Order } from './driver.js';
import { killed } from './killed.js';
import { type Surge, surgeOf } from './measure.js';
import { codes, revocable, revocations, views } from './requests.js';
import type { SlowTold } from './slow-sockets.js';
import type { Told } from './tally.js';

/** Revocations a second while the surge goes on. */
const REVOKED = 16;
const SLOW = 4_000;
/** How often they come, and how long normal users are asked beside them, in seconds. */
const [SLOW_ROUNDS, NORMAL] = [3, 4];
/** How often a look is tried again that was told "not now". */
const AGAIN = 100;
/** Reaped within so many seconds, as it is promised. */
const REAPED = 15;

/** P14: three times as many as can be answered. */
export const bench: Bench = {
  names: ['P14'],
  what: 'three times what can be answered, from clients that do not wait; 4,000 slow sockets',
  run: (run) => inCity(run, (city) => inServers(async (start) => measure(run, city, await start(city.ours()), await start(city.textbook())))),
};

async function measure(run: BenchRun, city: City, ours: Served, textbook: Served): Promise<readonly Measured[]> {
  const seconds = run.quick ? { warm: 8, again: 2, plateau: 2, surge: 3, rounds: 4 } : { warm: 15, again: 5, plateau: 10, surge: 20, rounds: 3 };
  const looks = views(city);
  const warmUp = ({ address }: Served, lasting: number): Promise<Told> => drive({ address, requests: looks, connections: 64, seconds: lasting });
  for (const server of [ours, textbook]) await warmUp(server, seconds.warm);
  const left = [...revocable(city)];
  const [mine, theirs, acts]: [Surge[], Surge[], Told[]] = [[], [], []];
  for (let round = 1; round <= seconds.rounds; round += 1) {
    run.progress(`P14: xinma, round ${round} of ${seconds.rounds}`);
    // While the other one was asked, a server grows cold: its plateau would be a low one, and the surge behind it look good.
    await warmUp(ours, seconds.again);
    const revoked = left.splice(0, REVOKED * (seconds.plateau + seconds.surge));
    const [surge, revoking] = await Promise.all([surgeOf(ours, looks, seconds), revoke(city, ours, revoked)]);
    if (revoking.decided === revoking.sent) await checkRevoked(city, ours.address, revoked.slice(0, revoking.sent));
    mine.push(surge);
    acts.push(revoking);
    run.progress(`P14: textbook, round ${round} of ${seconds.rounds}`);
    await warmUp(textbook, seconds.again);
    theirs.push(await surgeOf(textbook, looks, seconds));
  }
  await checkRecorded(city, mine);
  run.progress('P14: everybody shows their code');
  const read = await surgeOf(ours, codes(city), seconds);
  const peak = peakOf(ours.pid);
  const slow = await besideSlowSockets(run, city, ours);
  const back = await killed(run, city, ours.address);
  return [...ofSurges(run, mine, theirs, acts), goodput('P14 goodput of status reads', [read]), ...(peak === undefined ? [] : [{ name: 'P14 memory', ratio: peak, goal: { atMost: 512 }, note: 'MiB that the API had at most until then' }]), ...slow, back];
}

function ofSurges(run: BenchRun, mine: readonly Surge[], theirs: readonly Surge[], acts: readonly Told[]): readonly Measured[] {
  const kept = ({ goodput: during, plateau }: Surge): number => during / plateau;
  drawnPairs(run, { name: 'P14 vs textbook', sides: ['xinma', 'textbook'], unit: 'of the plateau', rounds: mine.map((surge, index) => [kept(surge), kept(theirs[index] ?? surge)]) });
  const slowest = (of: (told: Told) => number, from: readonly Told[] = mine.map(({ surge }) => surge)): number => median(from.map(of));
  return [
    goodput('P14 goodput', mine),
    { name: 'P14 admitted p99', ratio: slowest(({ decidedIn }) => decidedIn.p99), goal: { atMost: 250 }, note: `milliseconds; median ${slowest(({ decidedIn }) => decidedIn.p50).toFixed(1)}; the driver itself was late by ${slowest(({ late }) => late.p99).toFixed(1)} (p99)` },
    { name: 'P14 refused p99', ratio: slowest(({ refusedIn }) => refusedIn.p99), goal: { atMost: 50 }, note: `milliseconds; median ${slowest(({ refusedIn }) => refusedIn.p50).toFixed(1)}` },
    { name: 'P14 protective p99', ratio: slowest(({ decidedIn }) => decidedIn.p99, acts), goal: { atMost: 250 }, note: `milliseconds; median ${slowest(({ decidedIn }) => decidedIn.p50, acts).toFixed(1)}` },
    { name: 'P14 protective answered', ratio: sum(acts, ({ decided }) => decided) / sum(acts, ({ sent }) => sent), goal: { atLeast: 1 }, note: `of ${sum(acts, ({ sent }) => sent)} revocations, ${sum(acts, ({ refused }) => refused)} were told "not now"` },
  ];
}

const sum = (all: readonly Told[], of: (told: Told) => number): number => all.reduce((whole, told) => whole + of(told), 0);

/** Every surge's, with what became of the rest. */
function goodput(name: string, surges: readonly Surge[]): Measured {
  const rest = surges.map(({ plateau, surge: { sent, seconds, refused, lost, unsent } }) => `${Math.round(plateau)}/s of ${Math.round(sent / seconds)}/s asked, ${refused} refused, ${lost} given up, ${unsent} not sent`);
  const costs = surges.flatMap(({ costs: each }) => (each === undefined ? [] : [`${Math.round(each.answer)} µs an answer, ${Math.round(each.refusal)} µs a refusal`]));
  return { name, ratio: median(surges.map(({ goodput: during, plateau }) => during / plateau)), goal: { atLeast: 0.95 }, note: [...rest, ...costs].join('; ') };
}

/** Takes grants back, one connection after the other, as often as `REVOKED` says, while others surge. Rejects where one was not taken back. */
async function revoke(city: City, { address }: Served, bases: readonly number[]): Promise<Told> {
  const seconds = bases.length / REVOKED;
  const told = await drive({ address, requests: revocations(city, bases), connections: 64, seconds, rate: REVOKED, once: true });
  if (told.odd > 0) throw new Error(`${told.odd} revocations were answered with neither "done" nor "not now"`);
  return told;
}

/** What was taken back is shown to nobody. */
async function checkRevoked(city: City, address: string, bases: readonly number[]): Promise<void> {
  for (const index of bases.filter((_, at) => at % 10 === 0)) {
    const { status } = await look(city, address, index);
    if (status !== 404) throw new Error(`a view was answered ${status} after its basis was revoked`);
  }
}

/** Every view that was seen is in the log, and the server is as right as ever. */
async function checkRecorded(city: City, surges: readonly Surge[]): Promise<void> {
  const ids = surges.flatMap(({ surge }) => surge.disclosures);
  if ((await city.eventsOf(ids)) !== ids.length) throw new Error('a view was shown that is not in the log');
}

/** "Not now" is asked again: what was behind in a surge catches up. */
async function look(city: City, address: string, index: number): Promise<{ readonly status: number; readonly right: boolean }> {
  const { path, token, body } = askFor(city, index);
  const send = (): Promise<Response> => fetch(new URL(path, address), { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body });
  let response = await send();
  for (let again = 0; response.status === 503 && again < AGAIN; again += 1) {
    await sleep(100);
    response = await send();
  }
  return { status: response.status, right: isRight(city, index, response.status, (await response.json()) as ViewAnswer) };
}

/** Eight who show their code now and then, alone, and beside slow sockets, in turns: the first ones that come make the heap grow. Only the last ones stay until the server has had enough of them. */
async function besideSlowSockets(run: BenchRun, city: City, { address }: Served): Promise<readonly Measured[]> {
  const requests = codes(city);
  const rounds: [beside: number, alone: number][] = [];
  const became: SlowTold[] = [];
  for (let round = 1; round <= SLOW_ROUNDS; round += 1) {
    run.progress(`P14: slow sockets, round ${round} of ${SLOW_ROUNDS}`);
    const alone = await normal(address, requests);
    const { end } = await openSlowSockets({ address, count: SLOW, seconds: round === SLOW_ROUNDS ? 2 * REAPED : 2 * NORMAL });
    rounds.push([await normal(address, requests), alone]);
    became.push(await end);
  }
  for (let index = 0; index < 20; index += 1) if (!(await look(city, address, index)).right) throw new Error('an answer is wrong after the slow sockets');
  return [measuredAs(drawnPairs(run, { name: 'P14 slow sockets p99', sides: [`beside ${SLOW}`, 'alone'], unit: 'ms', rounds }), { atMost: 2 }), reaped(became.at(-1))];
}

/** The slow end of how long normal users wait, in milliseconds. */
async function normal(address: string, requests: Order['requests']): Promise<number> {
  const { decidedIn, refused, lost, odd, sent } = await drive({ address, requests, connections: 8, seconds: NORMAL, pause: 4 });
  if (refused + lost + odd > 0) throw new Error(`normal users: ${refused} refused, ${lost} lost, ${odd} odd of ${sent}`);
  return decidedIn.p99;
}

function reaped(became: SlowTold | undefined): Measured {
  const left = became?.left ?? SLOW;
  return { name: 'P14 slow sockets reaped', ratio: became?.reapedIn ?? Infinity, goal: { atMost: REAPED }, note: `seconds until the last one was closed${left === 0 ? '' : `; ${left} never were`}` };
}
