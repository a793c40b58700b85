import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { deskOf, generate } from '../../../apps/cli/src/feed/generate/generate.js';
import { plannedVerdicts } from '../../../apps/cli/src/feed/generate/rows.js';
import type { Town } from '../../../apps/cli/src/feed/generate/town.js';
import { clusterFolder } from '../../../apps/cli/src/instance/database.js';
import { type Ports, PORTS_NEED, runningHere, withPorts } from '../../../apps/cli/src/instance/ports.js';
import { ServerProcess } from '../../../apps/cli/src/instance/server-process.js';
import { Cluster, DATABASES, removeCluster } from '../../../libs/embedded-postgres/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { postgresFacts } from '../machine.js';
import { drawnPairs, measuredAs, median } from '../pairs.js';
import { profiling } from '../city/child.js';
import { CopyLimit } from './limit.js';
import { memoryOf, sendFeed } from './processes.js';
import { type Used, usedBy } from './processor-time.js';

const MAIN = fileURLToPath(new URL('../../../apps/cli/src/main.js', import.meta.url));

/** How many rows in each of how many rounds. */
const sizeOf = ({ quick }: BenchRun) => (quick ? { rows: 15_000, rounds: 3 } : { rows: 500_000, rounds: 2 });

/** Rows that are sent before anything is measured: what is asked about is a long file, and a process that has just begun compiles first. */
const WARM_UP = 10_000;

/** A feed at a city's scale through the real command and the real route, against the server's COPY of the same rows. */
export const bench: Bench = {
  names: ['import'],
  what: 'a generated feed, from its first byte until the read models have it all, against COPY',
  async run(run) {
    const folder = mkdtempSync(join(tmpdir(), 'xinma-import-'));
    // As root, the database's system user passes through.
    chmodSync(folder, 0o711);
    const home = join(folder, 'home');
    const server = new ServerProcess(home, [...profiling(), MAIN, 'start']);
    try {
      run.progress('starting an instance');
      await server.start();
      const { configuration, connections, run: running } = await runningHere({ ...process.env, XINMA_HOME: home }, PORTS_NEED);
      return await withPorts(configuration, connections, (ports) => new Import({ run, ports, server, folder, pid: running?.pid ?? 0 }).measure());
    } finally {
      await server.stop();
      await removeCluster(clusterFolder(home));
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Stage {
  readonly run: BenchRun;
  readonly ports: Ports;
  readonly server: ServerProcess;
  readonly folder: string;
  /** Of the server. */
  readonly pid: number;
}

/** One round of ours; rates in rows a second. */
interface Round {
  readonly projected: number;
  readonly judged: number;
  readonly accepted: number;
  readonly client: number;
  readonly before: bigint;
  /** Processor time, in microseconds a row. */
  readonly used: (Used & { readonly client: number }) | undefined;
}

class Import {
  constructor(private readonly stage: Stage) {}

  async measure(): Promise<readonly Measured[]> {
    const { run, server } = this.stage;
    const { rows, rounds } = sizeOf(run);
    const asOf = new Date().toISOString().slice(0, 10);
    const towns = Array.from({ length: rounds }, (_, round): Town => ({ rows, seed: `round${round + 1}`, asOf }));
    const warmUp: Town = { rows: WARM_UP, seed: 'warm-up', asOf };
    for (const town of [warmUp, ...towns]) await this.seed(town);
    run.progress('import: warming up');
    await this.feed(warmUp);
    await this.caughtUp();
    const superuser = Cluster.running({ folder: clusterFolder(server.home) })?.superuser(DATABASES.log);
    if (superuser === undefined) throw new Error('the database does not run');
    run.say(await postgresFacts(superuser));
    const limit = await CopyLimit.open(superuser);
    try {
      return await this.inTurns(limit, towns);
    } finally {
      await limit.close();
    }
  }

  private async inTurns(limit: CopyLimit, towns: readonly Town[]): Promise<readonly Measured[]> {
    const { run, pid } = this.stage;
    const measured: { readonly ours: Round; readonly copied: number }[] = [];
    for (const [round, town] of towns.entries()) {
      run.progress(`import: ours, round ${round + 1} of ${towns.length}`);
      const ours = await this.send(limit, town);
      run.progress(`import: COPY, round ${round + 1} of ${towns.length}`);
      measured.push({ ours, copied: town.rows / (await limit.copy(ours.before) / 1_000) });
    }
    const pairs = drawnPairs(run, { name: 'import vs COPY', sides: ['xinma import', 'COPY'], unit: 'rows/s', rounds: measured.map(({ ours, copied }) => [ours.projected, copied]) });
    const of = (figure: (round: Round) => number): number => median(measured.map(({ ours }) => figure(ours)));
    const largest = Math.max(...measured.map(({ ours }) => ours.client));
    const rates = `rows a second, no ratio; until the last verdict ${of(({ judged }) => judged).toFixed(0)}`;
    const used = (of: keyof NonNullable<Round['used']>): string => median(measured.map(({ ours }) => ours.used?.[of] ?? Number.NaN)).toFixed(0);
    const spent = `processor time a row in microseconds: server ${used('server')} (${used('thread')} of them in its one thread), command ${used('client')}, postgres ${used('postgres')}`;
    return [
      { name: 'import rows per second', ratio: of(({ projected }) => projected), goal: { atLeast: 5_000 }, note: `${rates}; ${spent}` },
      measuredAs(pairs, { atLeast: 0.3 }),
      { name: 'import accepted', ratio: Math.min(...measured.map(({ ours }) => ours.accepted)), goal: { atLeast: 0.95 }, note: 'share of the rows that were recorded' },
      { name: 'import memory', ratio: memoryOf(pid), goal: { atMost: 400 }, note: 'MiB, the most that the server ever had' },
      { name: 'import memory of the client', ratio: largest, goal: { atMost: 400 }, note: 'MiB, the most that the command ever had' },
    ];
  }

  private async seed(town: Town): Promise<void> {
    const { run, ports } = this.stage;
    const quiet = { say: () => undefined, progress: (line: string) => run.progress(`${town.seed}: ${line}`) };
    const { turnedAway } = await generate(await deskOf(ports, { registrar: 'registrar-he', clinic: 'nurse-zhou' }), town, this.fileOf(town), quiet);
    if (turnedAway > 0) throw new Error(`${turnedAway} tubes were not registered`);
  }

  private async send(limit: CopyLimit, town: Town): Promise<Round> {
    await limit.checkpoint();
    const before = await this.stage.ports.store.head();
    const usedBefore = usedBy(this.stage.pid, limit.folder);
    const sent = await this.feed(town);
    const projected = await this.caughtUp();
    const used = spentOn(town.rows, usedBefore, usedBy(this.stage.pid, limit.folder), sent.used);
    const planned = plannedVerdicts(town);
    if (planned.size !== Object.keys(sent.verdicts).length || [...planned].some(([verdict, rows]) => sent.verdicts[verdict] !== rows)) throw new Error('the verdicts are not those that the feed was made for');
    const recorded = planned.get('recorded') ?? 0;
    const { events, tubes, standing } = await limit.results(before);
    if (events !== recorded || tubes !== recorded || standing !== recorded) throw new Error(`${recorded} rows were recorded; the log has ${events} results on ${tubes} tubes, the read model ${standing}`);
    const rate = (until: number): number => (town.rows * 1_000) / (until - sent.first);
    return { projected: rate(Math.max(projected, sent.last)), judged: rate(sent.last), accepted: recorded / town.rows, client: sent.peak, before, used };
  }

  private async feed(town: Town): Promise<Awaited<ReturnType<typeof sendFeed>>> {
    const { address, token = '' } = await this.stage.server.access('nurse-zhou');
    return sendFeed({ address, token, feed: this.fileOf(town) });
  }

  /** When the read models had everything in the log, in milliseconds since 1970. */
  private async caughtUp(): Promise<number> {
    const { store, readModels } = this.stage.ports;
    const head = await store.head();
    while ((await readModels.position()) < head) await pause(10);
    return performance.timeOrigin + performance.now();
  }

  private fileOf({ seed }: Town): string {
    return join(this.stage.folder, `${seed}.ndjson`);
  }
}

/** Microseconds a row. */
function spentOn(rows: number, before: Used | undefined, after: Used | undefined, client: number): Round['used'] {
  if (before === undefined || after === undefined) return undefined;
  return { server: (after.server - before.server) / rows, thread: (after.thread - before.thread) / rows, postgres: (after.postgres - before.postgres) / rows, client: client / rows };
}
