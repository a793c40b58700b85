import type { Fault } from './fault.js';
import { becomes, signal } from './upon.js';

const CRASHED = /terminating any other active server processes|all server processes terminated/;

/** PostgreSQL is killed: its first process, one of those that serve, or all of them at once, as when the machine goes down. */
export const killedDatabase: Fault = {
  name: 'PostgreSQL is killed',
  at: 'ground',
  weight: 3,
  async strike({ stage: { database }, random }) {
    const [pid, family, crashes] = [database.pid, database.family, database.says(CRASHED)];
    const who = random.weighted({ first: 3, one: 3, all: 3 });
    const killed = { first: [pid], one: [random.pick(family.slice(1))], all: family }[who];
    for (const each of killed) signal(each, 'SIGKILL');
    const isSeen = await becomes(() => (database.pid !== pid && database.pid !== 0) || database.says(CRASHED) > crashes, 30_000);
    const away = await database.isBack();
    return { bit: isSeen, seen: `${who}: ${killed.length} of its processes, back after ${away.toFixed(0)} ms`, kills: 1 };
  },
};
