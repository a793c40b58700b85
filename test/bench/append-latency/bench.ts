import type { Bench, BenchRun, Measured } from '../bench.js';
import { Writers } from '../append/writers.js';
import { drawnPairs, measuredAs } from '../pairs.js';
import { Entrant, type Ground, groundFacts, onGround, ours, Pgbench, pgbenchVersion, settle } from '../peers/index.js';
import { Latencies, quantile } from './latency.js';

const WRITERS = 64;
const [P50, P99] = [3, 10];

/** P9: how long an append takes, until it is on disk. */
export const bench: Bench = {
  names: ['P9'],
  what: 'append latency: alone, and at half of the most that 64 writers reach, against one connection of pgbench',
  async run(run) {
    if (pgbenchVersion() !== undefined) return onGround((ground) => measure(run, ground));
    run.say('left out: P9, whose other side is pgbench, which is not on this machine');
    return [];
  },
};

/** Latencies of one round, in milliseconds. */
interface Round {
  readonly alone: readonly number[];
  readonly loaded: readonly number[];
  readonly pgbench: readonly number[];
}

async function measure(run: BenchRun, ground: Ground): Promise<readonly Measured[]> {
  for (const line of await groundFacts(ground, [ours])) run.say(line);
  const [entrant, pgbench, seconds] = [await Entrant.enter(ground, ours), await Pgbench.make(ground, 'bench_pgbench'), run.quick ? 2 : 5];
  const [writers, latencies] = [new Writers(entrant.peer, WRITERS), new Latencies(entrant.peer)];
  run.progress('P9: the most that 64 writers reach');
  await writers.write(seconds * 500);
  const rate = (await writers.write(seconds * 1_000)) / 2;
  await latencies.alone(500);
  await settle(ground);
  const rounds: Round[] = [];
  for (let round = 1; round <= (run.quick ? 5 : 9); round += 1) {
    run.progress(`P9: round ${round}`);
    const alone = await latencies.alone(seconds * 1_000);
    rounds.push({ alone, pgbench: (await pgbench.run(1, seconds, true)).latencies, loaded: await latencies.atRate(rate, seconds * 1_000) });
  }
  await entrant.peer.close();
  await entrant.mustHold(ground, writers.appended + latencies.appended);
  return [
    compared(run, rounds, { name: 'P9 c=1 p50', of: 'alone', share: 0.5, atMost: P50 }),
    compared(run, rounds, { name: 'P9 c=1 p99', of: 'alone', share: 0.99, atMost: P99 }),
    compared(run, rounds, { name: 'P9 half load p50', of: 'loaded', share: 0.5, atMost: P50 }),
    compared(run, rounds, { name: 'P9 half load p99', of: 'loaded', share: 0.99, atMost: P99 }),
  ];
}

interface Compared {
  readonly name: string;
  readonly of: 'alone' | 'loaded';
  readonly share: number;
  readonly atMost: number;
}

function compared(run: BenchRun, rounds: readonly Round[], { name, of, share, atMost }: Compared): Measured {
  const pairs = rounds.map((round) => [quantile(round[of], share), quantile(round.pgbench, share)] as const);
  return measuredAs(drawnPairs(run, { name: `${name} vs pgbench -c1`, sides: ['xinma', 'pgbench -c1'], unit: 'ms', rounds: pairs }), { atMost });
}
