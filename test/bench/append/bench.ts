import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs, type Side, turns } from '../pairs.js';
import { castore, dcbEs, emmett, Entrant, type Ground, groundFacts, messageDb, messageDbCategories, onGround, ours, Pgbench, pgbenchVersion, type PeerKind, settle } from '../peers/index.js';
import { slowDiskWorks, startOnSlowDisk } from './slow-disk.js';
import { Writers } from './writers.js';

const WRITERS = 64;
const PGBENCH_CLIENTS = 16;

/** Who takes part, and how many times as fast as each we want to be. */
interface Contest {
  readonly name: string;
  readonly against: readonly (readonly [kind: PeerKind, atLeast: number])[];
  readonly pgbench: number;
  readonly rounds: number;
  /** Of a turn; pgbench counts in whole ones. */
  readonly seconds: number;
}

/** P6: appends, each acknowledged when it is on disk. */
export const bench: Bench = {
  names: ['P6'],
  what: 'durable appends: 64 writers, one event each, expected revision, streams of their own',
  async run(run) {
    const [rounds, seconds] = run.quick ? [4, 0.7] : [7, 5];
    const all: Contest = { name: 'P6', against: [[emmett, 8], [messageDb, 4], [messageDbCategories, 2.5], [castore, 2.5], [dcbEs, 3]], pgbench: 1.8, rounds, seconds };
    const measured = [...(await onGround((ground) => compete(run, ground, all)))];
    if (!slowDiskWorks()) run.say('left out: P6 on a slow disk, which takes a Linux with a C compiler');
    else measured.push(...(await onGround((ground) => compete(run, ground, { ...all, name: 'P6 +1ms', against: [[messageDb, 20]], pgbench: 2.5, rounds: run.quick ? 3 : 5 }), startOnSlowDisk)));
    return measured;
  },
};

interface Appending extends Side {
  readonly goal?: number;
  /** Ends it, and rejects unless what it acknowledged is there. */
  end(): Promise<void>;
}

async function compete(run: BenchRun, ground: Ground, contest: Contest): Promise<readonly Measured[]> {
  const { name, against, rounds } = contest;
  for (const line of await groundFacts(ground, [ours, ...against.map(([kind]) => kind)])) run.say(line);
  const mine = await storeSide(run, ground, ours, contest);
  const others: Appending[] = [];
  for (const [kind, goal] of against) others.push({ ...(await storeSide(run, ground, kind, contest)), goal });
  if (pgbenchVersion() === undefined) run.say(`left out: ${name} vs pgbench, which is not on this machine`);
  else others.push({ ...(await pgbenchSide(ground, contest)), goal: contest.pgbench });
  await settle(ground);
  const measured = await turns(run, name, [mine, ...others], rounds);
  for (const side of [mine, ...others]) await side.end();
  return others.map((other, index) => {
    const pairs = measured.map((figures) => [figures[0] ?? Number.NaN, figures[index + 1] ?? Number.NaN] as const);
    return measuredAs(drawnPairs(run, { name: `${name} vs ${other.name}`, sides: [mine.name, other.name], unit: 'events/s', rounds: pairs }), { atLeast: other.goal ?? Number.NaN });
  });
}

async function storeSide(run: BenchRun, ground: Ground, kind: PeerKind, { name, seconds }: Contest): Promise<Appending> {
  let acknowledged = 0;
  const write = async (writers: Writers, milliseconds: number): Promise<number> => {
    const before = writers.appended;
    const rate = await writers.write(milliseconds);
    acknowledged += writers.appended - before;
    return rate;
  };
  run.progress(`${name}: ${kind.name}, setting up`);
  const entrant = await Entrant.enterAtBest(ground, kind, async (peer) => {
    const writers = new Writers(peer, WRITERS);
    await write(writers, seconds * 150);
    return write(writers, seconds * 300);
  });
  run.say(`${name}: ${entrant.setting}`);
  const writers = new Writers(entrant.peer, WRITERS);
  return {
    name: kind.name,
    turn: () => write(writers, seconds * 1_000),
    async end() {
      await entrant.peer.close();
      await entrant.mustHold(ground, acknowledged);
    },
  };
}

async function pgbenchSide(ground: Ground, { seconds }: Contest): Promise<Appending> {
  const pgbench = await Pgbench.make(ground, 'bench_pgbench');
  const whole = Math.ceil(seconds);
  let inserted = (await pgbench.run(PGBENCH_CLIENTS, whole)).transactions;
  return {
    name: 'pgbench',
    async turn() {
      const { rate, transactions } = await pgbench.run(PGBENCH_CLIENTS, whole);
      inserted += transactions;
      return rate;
    },
    async end() {
      const rows = await pgbench.count();
      if (rows !== inserted) throw new Error(`pgbench inserted ${inserted} rows and left ${rows}`);
    },
  };
}
