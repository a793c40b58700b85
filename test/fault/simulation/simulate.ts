import { createHash } from 'node:crypto';
import { setImmediate as immediately } from 'node:timers/promises';
import { freshBytes } from '../../../libs/vault/index.js';
import { check } from '../checker/check.js';
import { entryOf } from '../checker/from-log.js';
import type { Finding, History, Operation, Rows } from '../checker/history.js';
import { Client, lookAtEverything } from './clients/client.js';
import type { Town } from './clients/town.js';
import { lives } from './clients/lives.js';
import { Random } from './machine/random.js';
import { EPOCH } from './machine/simulated-clock.js';
import { AccessEntryRow, ProxyViewRow, StandingResult } from './machine/tables.js';
import { takenOver } from './machine/take-over.js';
import { type Case, type Plan, plannedBy } from './plan.js';
import { World } from './world.js';

/** Something wrong: what the checker names, or what only the simulation sees. */
export interface Wrong {
  readonly name: Finding['name'] | 'broken' | 'projection-stopped' | 'not-serving' | 'stuck';
  readonly what: string;
}

/** How a run went. The hash is over everything that happened and every byte of the log. */
export interface Run {
  readonly hash: string;
  readonly lines: readonly string[];
  readonly wrong: readonly Wrong[];
  readonly events: number;
  readonly operations: readonly Operation[];
}

/** Milliseconds after which nothing that was under way is under way any more. */
const SETTLED = 12_000;

/** Plays a case from beginning to end and judges it. The same case gives the same run. */
export async function simulate(what: Case): Promise<Run> {
  // Whoever else lives in this process has a turn between two runs.
  await immediately();
  const plan = plannedBy(what);
  const world = new World(what.seed, plan);
  const { scheduler } = world;
  const chance = new Random(`chance ${what.seed}`);
  const drawn = { isFresh: false };
  const fill = (bytes: Uint8Array): void => {
    drawn.isFresh = true;
    chance.fill(bytes);
  };
  return takenOver({ now: () => scheduler.now, sleep: (milliseconds) => scheduler.sleep(milliseconds), fill }, async () => {
    // What is left of chance drawn in advance is another run's.
    for (let some = 0; !drawn.isFresh; some += 1) {
      if (some > 1_000) throw new Error('chance was not taken over');
      freshBytes(64);
    }
    return scheduler.until(play(world, plan)).catch((error: unknown) => stuck(world, error));
  });
}

async function play(world: World, plan: Plan): Promise<Run> {
  const town = await world.settle();
  await lives(world, town);
  world.weather.calm = false;
  const faults = plan.faults.map((fault) => world.suffer(fault));
  await Promise.all([...plan.clients.map((client, name) => new Client(world, town, name).run(client)), ...faults]);
  world.heal();
  await world.scheduler.sleep(SETTLED);
  const last = await lookAtEverything(world, town);
  await world.scheduler.sleep(SETTLED);
  return judged(world, town, last, plan);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : 'no error');

/** A run that cannot go on is a finding, too. */
const stuck = ({ lines, operations }: World, error: unknown): Run => ({ hash: '', lines, wrong: [{ name: 'stuck', what: wordsOf(error) }], events: 0, operations });

async function judged(world: World, town: Town, last: readonly Operation[], plan: Plan): Promise<Run> {
  const stored = await world.server.log.readAll(0n, 1_000_000);
  const isStill = plan.faults.length === 0 && Object.values(plan.climate.fates).every((fate) => fate === 0) && plan.climate.lostMessages + plan.climate.failedReads + plan.climate.spikes === 0;
  const { operations, clockError } = world;
  const history: History = { operations, log: stored.map(entryOf), rows: rowsOf(world), surnames: town.surnames, epoch: EPOCH, clockError, decided: isStill ? 0.99 : 0 };
  const hash = createHash('sha256');
  for (const line of world.lines) hash.update(`${line}\n`);
  for (const { id, data, metadata } of stored) hash.update(id).update(data).update(metadata);
  const unserved = last.filter(({ outcome }) => outcome !== 'done' && outcome !== 'refused');
  const wrong: readonly Wrong[] = [
    ...check(history),
    ...world.broken.map((error) => ({ name: 'broken', what: wordsOf(error) }) as const),
    ...(world.projector.stopped === undefined ? [] : [{ name: 'projection-stopped', what: wordsOf(world.projector.stopped) } as const]),
    ...unserved.map(({ target, outcome, code }) => ({ name: 'not-serving', what: `a view of ${target}, when all is well again: ${outcome} ${code ?? ''}` }) as const),
  ];
  return { hash: hash.digest('hex'), lines: world.lines, wrong, events: stored.length, operations };
}

function rowsOf({ tables }: World): Rows {
  return {
    position: Number(tables.position),
    proxyView: tables.rows(ProxyViewRow).map(({ basis, viewer, subject, scope, purposes, validFrom, validUntil }) => ({ basis, viewer, subject, scope, purposes, from: validFrom.getTime(), until: validUntil.getTime() })),
    accessLog: tables.rows(AccessEntryRow).map(({ position, subject }) => ({ position: Number(position), subject })),
    standing: tables.rows(StandingResult).map(({ sample, position }) => ({ sample, position: Number(position) })),
  };
}
