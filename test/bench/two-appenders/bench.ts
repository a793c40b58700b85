import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, type Connections, migrate, withClient } from '../../../libs/embedded-postgres/index.js';
import { streamsWithGaps } from '../../../libs/event-store-postgres/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { postgresFacts } from '../machine.js';
import { inTurns, type Side } from '../pairs.js';
import { Appending } from './appending.js';
import { lag } from './lag.js';
import type { Turn } from './writers.js';

/** Writers of both sides together: a machine that is busy, and one that is full. */
const WRITERS = [64, 256];
const WARM_UP: Turn = { writers: 128, milliseconds: 2_000 };

/** Two processes that append to one log, against one that has the same writers. */
export const bench: Bench = {
  names: ['two-appenders'],
  what: 'two processes that append to one log, against one with as many writers; how late a follower in another process is',
  async run(run) {
    const folder = mkdtempSync(join(tmpdir(), 'xinma-bench-appenders-'));
    const cluster = await Cluster.start({ folder: join(folder, 'postgres') });
    const children: Appending[] = [];
    try {
      const connections = await cluster.prepare();
      await migrate(connections);
      run.say(await postgresFacts(connections.owner));
      const settings = { connection: connections.api };
      children.push(await Appending.start(settings), await Appending.start(settings));
      const measured = [...(await measure(run, children, connections))];
      for (const child of children.slice(0, 1)) measured.push(...(await lag(run, child, connections)));
      return measured;
    } finally {
      await Promise.all(children.map((child) => child.end()));
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(run: BenchRun, children: readonly Appending[], connections: Connections): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  let events = 0;
  const turn = async (among: readonly Appending[], { writers, milliseconds }: Turn): Promise<number> => {
    const written = await Promise.all(among.map((child) => child.write({ writers: writers / among.length, milliseconds })));
    const sum = written.reduce((all, each) => all + each.events, 0);
    const cpu = written.reduce((all, each) => all + each.cpu, 0);
    run.say(`  ${among.length} x ${writers / among.length} writers: ${Math.round(sum / (milliseconds / 1_000))} events/s, ${(cpu / sum).toFixed(1)} µs of their processes an event`);
    events += sum;
    return sum / (milliseconds / 1_000);
  };
  await turn(children, WARM_UP);
  await turn(children.slice(0, 1), WARM_UP);
  for (const writers of WRITERS) {
    const side = (name: string, among: readonly Appending[]): Side => ({ name, turn: () => turn(among, { writers, milliseconds: run.quick ? 1_500 : 4_000 }) });
    const name = `two-appenders-${writers}`;
    const pairs = await inTurns(run, { name, unit: 'events/s', sides: [side('two processes', children), side('one process', children.slice(0, 1))], rounds: 5 });
    measured.push({ name, ratio: pairs.ratio, goal: { atLeast: 1 } });
  }
  await mustBeWhole(connections, events);
  return measured;
}

/** Nothing acknowledged is missing, nothing is there twice. */
async function mustBeWhole({ owner }: Connections, events: number): Promise<void> {
  const whole = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ events: string; last: string }>('SELECT count(*) AS events, max(position) AS last FROM ledger.event');
    return { ...rows[0], gaps: await streamsWithGaps(client) };
  });
  if (Number(whole.events) !== events || Number(whole.last) !== events || whole.gaps > 0) throw new Error(`${events} events were acknowledged, the log has ${JSON.stringify(whole)}`);
}
