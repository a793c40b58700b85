import type { Connections } from '../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import type { BenchRun, Measured } from '../bench.js';
import type { Appending } from './appending.js';
import { stampOf, type Turn } from './writers.js';

/** The most that a hundredth of the events may be late, in milliseconds. */
const LIMIT = 100;

/** A trickle, where a follower sleeps between events, and as much as one process can write. */
const LOADS: readonly (readonly [name: string, turn: Omit<Turn, 'milliseconds'>])[] = [
  ['follower-lag-200', { writers: 20, pause: 100 }],
  ['follower-lag-full', { writers: 64 }],
];

/** How late a follower in this process gets what another process writes, from before the append on: 99 of 100 events. */
export async function lag(run: BenchRun, child: Appending, { projector }: Connections): Promise<readonly Measured[]> {
  const store = new PostgresEventStore({ connection: projector });
  const measured: Measured[] = [];
  try {
    for (const [name, turn] of LOADS) {
      run.progress(name);
      const lags = await lagsOf(store, child, { ...turn, milliseconds: run.quick ? 3_000 : 10_000 });
      const at = (share: number): number => lags[Math.floor((lags.length - 1) * share)] ?? Number.NaN;
      run.say(`${name}: ${lags.length} events, late by ${at(0.5).toFixed(1)} ms (half), ${at(0.99).toFixed(1)} ms (99 of 100), ${at(1).toFixed(1)} ms (all)`);
      measured.push({ name, ratio: at(0.99) / LIMIT, goal: { atMost: 1 }, note: `99 of 100 events, as a share of ${LIMIT} ms` });
    }
    return measured;
  } finally {
    await store.close();
  }
}

/** In ascending order; rejects where one is missing. */
async function lagsOf(store: PostgresEventStore, child: Appending, turn: Turn): Promise<readonly number[]> {
  const lags: number[] = [];
  const [before, ending] = [await store.head(), new AbortController()];
  let seen = before;
  const following = (async () => {
    for await (const page of store.follow(before, ending.signal)) {
      const now = performance.timeOrigin + performance.now();
      for (const event of page) lags.push(now - stampOf(event));
      seen = page.at(-1)?.position ?? seen;
    }
  })();
  const { events } = await child.write(turn);
  // What is not there a second after the last acknowledgement is too late for any limit.
  for (let waited = 0; waited < 1_000 && seen < before + BigInt(events); waited += 10) await new Promise((resolve) => setTimeout(resolve, 10));
  ending.abort();
  await following;
  if (lags.length !== events) throw new Error(`${events} events were acknowledged, a follower got ${lags.length}`);
  return lags.toSorted((a, b) => a - b);
}
