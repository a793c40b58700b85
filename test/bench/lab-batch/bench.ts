import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs, turns } from '../pairs.js';
import { dcbEs, emmett, type Ground, groundFacts, onGround, ours, settle } from '../peers/index.js';
import { CopySide } from './copy-side.js';
import { StoreSide } from './sides.js';

const PEERS = [
  { kind: emmett, atLeast: 15 },
  { kind: dcbEs, atLeast: 1.5 },
] as const;

/** Batches that everybody takes before it counts. */
const WARM_UP = 3;

/** P8: a laboratory's batch. */
export const bench: Bench = {
  names: ['P8'],
  what: 'a batch of 1,000 results: judged, repeats left out, an event on 1,000 streams, a row each in a read model',
  run: (run) => onGround((ground) => compete(run, ground)),
};

async function compete(run: BenchRun, ground: Ground): Promise<readonly Measured[]> {
  for (const line of await groundFacts(ground, [ours, ...PEERS.map(({ kind }) => kind)])) run.say(line);
  const stores: StoreSide[] = [];
  for (const kind of [ours, ...PEERS.map(({ kind }) => kind)]) {
    run.progress(`P8: ${kind.name}, setting up`);
    const side = await StoreSide.enter(ground, kind);
    run.say(`P8: ${side.setting}`);
    stores.push(side);
  }
  const [mine, ...others] = stores;
  if (mine === undefined) throw new Error('nobody takes part');
  const copy = await CopySide.enter(ground, mine.database);
  const sides = [mine, copy, ...others];
  await turns(run, 'P8, warming up', sides, WARM_UP);
  await settle(ground);
  const measured = await turns(run, 'P8', sides, run.quick ? 15 : 60);
  await copy.end();
  for (const store of stores) await store.end();
  const goals = [0.5, ...PEERS.map(({ atLeast }) => atLeast)];
  return sides.slice(1).map((other, index) => {
    const rounds = measured.map((figures) => [figures[0] ?? Number.NaN, figures[index + 1] ?? Number.NaN] as const);
    const pairs = drawnPairs(run, { name: `P8 vs ${other.name}`, sides: [mine.name, other.name], unit: 'ms', faster: true, rounds });
    return measuredAs(pairs, { atLeast: goals[index] ?? Number.NaN });
  });
}
