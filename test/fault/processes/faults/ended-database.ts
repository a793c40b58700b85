import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.js';
import { becomes, signal } from './upon.js';

/** PostgreSQL is told to end, and when it waits for its sessions (SIGTERM), not to wait any longer (SIGINT); it is started again. */
export const endedDatabase: Fault = {
  name: 'PostgreSQL is told to end',
  at: 'ground',
  weight: 1.5,
  async strike({ stage: { database }, random }) {
    const { pid } = database;
    signal(pid, 'SIGTERM');
    await sleep(random.around(700));
    signal(pid, 'SIGINT');
    const isOther = await becomes(() => database.pid !== pid && database.pid !== 0, 40_000);
    const away = await database.isBack();
    return { bit: isOther, seen: `process ${pid}, then ${database.pid}, back after ${away.toFixed(0)} ms` };
  },
};
