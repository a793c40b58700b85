import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'pg';
import { logPace } from '../../../apps/cli/src/log-pace.js';
import { endOfPrefix, keepDigests, PAGE_SIZE, replayAccess } from '../../../libs/application/audit/index.js';
import { NoDigests, type PageDigests } from '../../../libs/application/ports/index.js';
import type { Concern } from '../../../libs/domain/access/replay.js';
import { Cluster, type Connections, migrate, withClient } from '../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import { type Instant, plus, SECOND } from '../../../libs/kernel/index.js';
import { PostgresPageDigests, tablesAt } from '../../../libs/read-models/index.js';
import { BlindIndex } from '../../../libs/vault/index.js';
import { citizen, consent, NOON } from '../../contract/read-models/facts.js';
import { eventually } from '../../kit/eventually.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { postgresFacts } from '../machine.js';
import { inTurns, measuredAs } from '../pairs.js';
import { BUSY, writeLog } from './log.js';

/** Events of a release's log; `--quick` has a tenth. */
const EVENTS = 1_000_000;

interface Ground {
  readonly run: BenchRun;
  readonly store: PostgresEventStore;
  readonly digests: PageDigests;
  readonly connections: Connections;
  /** Nine tenths of the way through the log. */
  readonly time: Instant;
}

/** Replays at an instant, with what is kept beside the log and from its first event: what both say must be the same bytes. */
export const bench: Bench = {
  names: ['replay-basis', 'replay-subject', 'replay-read-models'],
  what: 'a replay at an instant, against the fold of the log from its first event',
  async run(run) {
    const folder = mkdtempSync(join(tmpdir(), 'xinma-bench-replay-'));
    const cluster = await Cluster.start({ folder: join(folder, 'postgres') });
    try {
      return await measureOn(run, await cluster.prepare());
    } finally {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureOn(run: BenchRun, connections: Connections): Promise<readonly Measured[]> {
  await migrate(connections);
  run.say(await postgresFacts(connections.owner));
  const store = new PostgresEventStore({ connection: connections.api });
  const pool = new Pool(connections.api);
  try {
    const events = run.quick ? EVENTS / 10 : EVENTS;
    const ground: Ground = { run, store, digests: new PostgresPageDigests(pool, new BlindIndex(randomBytes(32))), connections, time: plus(NOON, Math.floor(((events * 0.9) / 3) * SECOND)) };
    await prepare(ground, events);
    const measured: Measured[] = [];
    if (run.only.has('replay-basis')) measured.push(await access(ground, 'replay-basis', { basis: consent(BUSY) }));
    if (run.only.has('replay-subject')) measured.push(await access(ground, 'replay-subject', { subject: citizen(BUSY) }));
    if (run.only.has('replay-read-models')) measured.push(await readModels(ground));
    return measured;
  } finally {
    await pool.end();
    await store.close();
  }
}

/** The log, and what is kept beside it. */
async function prepare({ run, store, digests }: Ground, events: number): Promise<void> {
  const target = BigInt(events);
  const told = logPace((line) => run.progress(`writing the log  ${line}`));
  await writeLog(store, events, (written) => told({ position: BigInt(written), target }));
  const head = await store.head();
  run.say(`${head} events`);
  const ending = new AbortController();
  const begun = performance.now();
  const keeping = keepDigests({ store, digests, every: 10 }, ending.signal);
  const last = Number(head / PAGE_SIZE);
  for (let kept = 0; kept < last; ) kept = await eventually(async () => (await digests.read(kept + 1, 50)).at(-1)?.page ?? kept, (page) => page > kept);
  ending.abort();
  await keeping;
  run.say(`digests made in ${seconds(performance.now() - begun)} s`);
}

async function access({ run, store, digests, time }: Ground, name: string, concern: Concern): Promise<Measured> {
  const answers: unknown[] = [];
  const side = (title: string, kept: PageDigests) => ({
    name: title,
    turn: () => timed(async () => answers.push(await replayAccess({ store, digests: kept, progress: logPace((line) => run.progress(`${name}, ${title}  ${line}`)) }, concern, { time }))),
  });
  const sides = [side('with digests', digests), side('from the first event', new NoDigests())] as const;
  const pairs = await inTurns(run, { name, unit: 's', sides, rounds: 2, faster: true });
  mustBeAlike(name, answers);
  return measuredAs(pairs, { atLeast: 10 });
}

async function readModels(ground: Ground): Promise<Measured> {
  const { run, store, connections, digests, time } = ground;
  const name = 'replay-read-models';
  const answers: unknown[] = [];
  const replayed = async (snapshots: boolean): Promise<number> =>
    timed(async () => {
      const { position } = await endOfPrefix({ store, digests: snapshots ? digests : new NoDigests() }, { time });
      const at = await tablesAt({ store, connection: connections.owner, position, snapshots, progress: logPace((line) => run.progress(`${name}  ${line}`)) });
      answers.push(at.tables);
    });
  run.say(`first replay, which leaves the snapshots: ${seconds((await replayed(true)) * 1_000)} s`);
  await withClient(connections.owner, (client) => client.query(`DELETE FROM history.snapshot WHERE "position" = (SELECT max("position") FROM history.snapshot)`));
  const sides = [{ name: 'with snapshots', turn: () => replayed(true) }, { name: 'from the first event', turn: () => replayed(false) }] as const;
  const pairs = await inTurns(run, { name, unit: 's', sides, rounds: run.quick ? 2 : 1, faster: true });
  mustBeAlike(name, answers);
  return measuredAs(pairs, { atLeast: 3 });
}

function mustBeAlike(name: string, answers: readonly unknown[]): void {
  if (!answers.every((answer) => isDeepStrictEqual(answer, answers[0]))) throw new Error(`${name}: not the same bytes`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);
