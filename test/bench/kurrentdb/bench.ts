import { KurrentEventStore } from '../../../libs/event-store-kurrentdb/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, inTurns, measuredAs, type Side, turns } from '../pairs.js';
import { bareClient } from '../../kurrentdb/server.js';
import { quantile } from '../append-latency/latency.js';
import { appendRate, BareClient, latencies, type Peer, Ours } from './appends.js';
import { caughtUp, caughtUpBare, fill } from './catch-up.js';
import { benchServer } from './server.js';
import { Views } from './views.js';

const [WRITERS, VIEWERS] = [64, 16];

/** Events a second that catching up should reach, unless it is so many times as fast as the client as it comes. */
const [CATCH_UP, TIMES] = [30_000, 5];

/** K: the log in a real KurrentDB, which KURRENTDB_URL names: against its own client on the same path. */
export const bench: Bench = {
  names: ['K'],
  what: 'the log in KurrentDB: appends, catching up, views',
  async run(run) {
    const place = benchServer();
    if (place === undefined) throw new Error('KURRENTDB_URL names no server: K is measured on a real one');
    // Views first: read models stop at events of no meaning, which other suites leave behind.
    const views = await viewTail(run);
    const [store, bare] = [new KurrentEventStore({ place }), bareClient(place)];
    try {
      return [await appends(run, new Ours(store), new BareClient(bare)), await catchUp(run, store), views];
    } finally {
      await Promise.all([store.close(), bare.dispose()]);
    }
  },
};

async function appends(run: BenchRun, ours: Peer, bare: Peer): Promise<Measured> {
  const seconds = run.quick ? 2 : 5;
  const side = (name: string, peer: Peer): Side => ({ name, turn: () => appendRate(peer, WRITERS, seconds * 1_000) });
  for (const peer of [ours, bare]) await appendRate(peer, WRITERS, 1_000);
  const pairs = await inTurns(run, { name: `K append, ${WRITERS} writers`, unit: 'events/s', sides: [side('xinma', ours), side('bare client, unary', bare)], rounds: run.quick ? 4 : 9 });
  return measuredAs(pairs, { atLeast: 0.9 });
}

async function catchUp(run: BenchRun, store: KurrentEventStore): Promise<Measured> {
  const place = benchServer();
  if (place === undefined) throw new Error('no server');
  const events = run.quick ? 30_000 : 200_000;
  run.progress('K catch-up: filling the log');
  const after = await fill(store, events);
  const sides: readonly Side[] = [
    { name: 'xinma', turn: () => caughtUp(store, after, events) },
    { name: 'client as it comes', turn: () => caughtUpBare(bareClient(place), after, events) },
  ];
  const rounds = (await turns(run, 'K catch-up', sides, 3)).map(([ours = Number.NaN, other = Number.NaN]) => [ours, other] as const);
  const pairs = drawnPairs(run, { name: 'K catch-up', sides: ['xinma', 'client as it comes'], unit: 'events/s', rounds });
  const rate = quantile(rounds.map(([ours]) => ours), 0.5);
  run.say(`K catch-up: ${Math.round(rate)} events/s, ${pairs.ratio.toFixed(1)} times the client as it comes`);
  return { name: 'K catch-up', ratio: Math.max(rate / CATCH_UP, pairs.ratio / TIMES), goal: { atLeast: 1 }, note: `of ${CATCH_UP} events/s, or of ${TIMES} times the client as it comes` };
}

async function viewTail(run: BenchRun): Promise<Measured> {
  const place = benchServer();
  if (place === undefined) throw new Error('no server');
  run.progress('K view: an instance, its people and their consents');
  const [views, bare] = [await Views.start(VIEWERS), bareClient(place)];
  const peer = new BareClient(bare);
  try {
    const seconds = run.quick ? 3 : 8;
    await views.latencies(1_000);
    await latencies(peer, VIEWERS, 1_000);
    const sides: readonly Side[] = [
      { name: 'view', turn: async () => quantile(await views.latencies(seconds * 1_000), 0.99) },
      { name: 'bare append', turn: async () => quantile(await latencies(peer, VIEWERS, seconds * 1_000), 0.99) },
    ];
    const rounds = (await turns(run, 'K view p99', sides, run.quick ? 4 : 7)).map(([view = Number.NaN, append = Number.NaN]) => [view, append] as const);
    const pairs = drawnPairs(run, { name: `K view p99, ${VIEWERS} viewers`, sides: ['view', 'bare append'], unit: 'ms', rounds });
    return measuredAs(pairs, { atMost: 4 });
  } finally {
    await Promise.all([views.stop(), bare.dispose()]);
  }
}
