import { Random } from '../simulation/machine/random.js';
import { Crowd } from './clients/crowd.js';
import { Seen } from './clients/seen.js';
import { Sender } from './clients/send.js';
import { settle } from './clients/town.js';
import { readLog } from './judge.js';
import type { Outcome, Plan, Say } from './plan.js';
import { Performance } from './performance.js';
import { type Filled, fillLog } from './stage/fill.js';
import { Follower } from './stage/follower.js';
import type { Older } from './stage/older.js';
import { Rebuilds } from './stage/rebuilds.js';
import { Stage } from './stage/stage.js';

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
