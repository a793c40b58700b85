import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../stage/stage.js';
import type { Fault } from './fault.js';
import { becomes } from './upon.js';

const FULL = /No space left on device/;

const unmounted = ({ database }: Stage): string | undefined => (database.data.isMounted && database.wal.isMounted ? undefined : 'this account may not mount a volume of its own');

/** The disk with the data is full, and is given space again. */
export const fullDisk: Fault = {
  name: 'the disk of the data is full',
  at: 'ground',
  weight: 0.8,
  impossible: unmounted,
  async strike({ stage: { database }, random }) {
    const before = database.says(FULL);
    try {
      await database.data.fill();
      await becomes(() => database.says(FULL) > before, 4_000);
      await sleep(random.around(1_000));
    } finally {
      database.data.free();
    }
    const away = await database.isBack();
    const times = database.says(FULL) - before;
    return { bit: times > 0, seen: `PostgreSQL said so ${times} times, back after ${away.toFixed(0)} ms` };
  },
};

/** The disk of what is written ahead is full when the next file of it is needed: PostgreSQL panics, and does not start before there is space. */
export const fullLogDisk: Fault = {
  name: 'the disk of the write-ahead log is full',
  at: 'ground',
  weight: 0.8,
  impossible: unmounted,
  async strike({ stage: { database } }) {
    const before = database.says(FULL);
    try {
      await database.wal.fill();
      const next = (): Promise<boolean> => database.with((client) => client.query('SELECT pg_switch_wal()')).then(() => database.says(FULL) > before, () => true);
      await becomes(next, 4_000);
      await becomes(() => database.says(FULL) > before, 4_000);
    } finally {
      database.wal.free();
    }
    const away = await database.isBack();
    const times = database.says(FULL) - before;
    return { bit: times > 0, seen: `PostgreSQL said so ${times} times, back after ${away.toFixed(0)} ms` };
  },
};
