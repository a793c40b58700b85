import type { LogEntry } from '../checker/history.js';
import { Random } from '../simulation/machine/random.js';
import { Crowd } from './clients/crowd.js';
import { Seen } from './clients/seen.js';
import { Sender } from './clients/send.js';
import type { Habits } from './clients/client.js';
import { settle, type Size } from './clients/town.js';
import type { Fault, Trace } from './faults/index.js';
import { readLog, type Wrong } from './judge.js';
import { Performance } from './performance.js';
import type { Room } from './stage/database.js';
import { type Filled, fillLog } from './stage/fill.js';
import { Follower } from './stage/follower.js';
import type { Older } from './stage/older.js';
import { Rebuilds } from './stage/rebuilds.js';
import { Stage } from './stage/stage.js';

/** One stage from its beginning to its end. */
export interface Plan {
  /** Which chance it is drawn from. */
  readonly seed: string;
  readonly size: Size & { readonly clients: number; readonly consents: number };
  readonly habits: Habits;
  /** With how many events of others the log is filled before the acts, and what room that takes: whoever reads it begins so far behind. */
  readonly filled?: { readonly events: number; readonly room: Room };
  /** Played one after another; at the end of each everything is judged. */
  readonly acts: readonly Act[];
}

/** Some time with some faults. */
export interface Act {
  readonly seconds: number;
  /** However slow the machine is, no later than so many seconds after the stage was begun. */
  readonly by?: number;
  readonly faults: readonly Fault[];
  /** Each once, and the next one only when everybody decides again: how long that takes is each one's own. */
  readonly oneByOne?: boolean;
  /** By how much a clock may be off, in milliseconds. */
  readonly clockError: number;
}

/** A fault that was survived, and when: in milliseconds since the command began. */
export interface Survived extends Trace {
  readonly name: string;
  readonly at: Fault['at'];
  readonly began: number;
  readonly ended: number;
  /** How long it took until everybody could decide again, in milliseconds. */
  readonly back: number;
  /** Whether nothing else went wrong in that time. */
  readonly alone: boolean;
}

/** What came of a stage. */
export interface Outcome {
  /** When it was begun, in milliseconds since the command began. */
  readonly began: number;
  readonly survived: readonly Survived[];
  readonly wrong: readonly Wrong[];
  readonly seen: Seen;
  readonly log: readonly LogEntry[];
  /** What was planted when, beside what clients saw. */
  readonly lines: readonly string[];
  /** Faults that this machine can't have, and why. */
  readonly left: ReadonlyMap<string, string>;
}

/** Tells how it goes. */
export type Say = (line: string) => void;

/** Where nobody asked for an older version. */
const NO_OLDER: Promise<Older> = Promise.resolve({ why: 'nobody asked for it', remove: () => undefined });

/** Plays a plan on a stage of its own, and judges after each act. */
export async function play(plan: Plan, say: Say, older = NO_OLDER): Promise<Outcome> {
  const began = performance.now();
  const stage = await Stage.start({ older, room: plan.filled?.room });
  say('two API processes, a projector and a PostgreSQL run');
  const follower = new Follower(stage.database);
  try {
    const settled = await settle(stage, plan.size, async () => (await readLog(stage.database)).entries);
    say('everybody is enrolled');
    const seen = new Seen();
    for (const operation of settled.asked) seen.add(operation);
    const sender = new Sender(stage, settled, seen, new Random(`hand ${plan.seed}`));
    const crowd = new Crowd(sender, plan.seed, plan.size.clients, plan.habits);
    await crowd.acquaint(plan.size.consents);
    say(`${sender.seen.consents.length} consents and ${settled.town.wards.length} guardianships, ${plan.size.clients} clients`);
    const filled = await fill(plan, stage, say);
    return await new Performance(plan, { began, stage, sender, crowd, filled, follower: follower.start(), rebuilds: new Rebuilds(stage.operator) }, say).play();
  } finally {
    await follower.end();
    await stage.close();
  }
}

/** While the projector is away, so that it has all of that before it. */
async function fill({ filled }: Plan, { projector, database }: Stage, say: Say): Promise<Filled | undefined> {
  if (filled === undefined) return undefined;
  await projector.end('SIGTERM');
  let said = 0;
  const made = await fillLog(database, filled.events, (written) => {
    if (written < said + filled.events / 10) return;
    said = written;
    say(`the log is filled: ${written} of ${filled.events} events`);
  });
  await projector.start();
  return made;
}
