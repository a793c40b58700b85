import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { removeAfterUs } from '../stage/watch.js';
import type { Fault } from './fault.js';
import { becomes } from './upon.js';

const FAILED = /could not fsync|could not fdatasync|PANIC/;

/** What was written does not reach the disk, and the kernel says so: PostgreSQL panics rather than acknowledge. */
export const failedFsync: Fault = {
  name: 'fsync fails',
  at: 'ground',
  weight: 0.8,
  impossible: () => (spawnSync('strace', ['-V']).status === 0 ? undefined : 'strace is not installed'),
  async strike({ stage: { database } }) {
    const before = database.says(FAILED);
    const pids = database.family.flatMap((pid) => ['-p', String(pid)]);
    const strace = spawn('strace', ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO', ...pids], { stdio: 'ignore' });
    if (strace.pid !== undefined) removeAfterUs({ process: strace.pid });
    const ended = once(strace, 'exit');
    const isSeen = await becomes(() => database.says(FAILED) > before, 8_000);
    strace.kill('SIGINT');
    await ended;
    const away = await database.isBack();
    return { bit: isSeen, seen: `PostgreSQL said so ${database.says(FAILED) - before} times, back after ${away.toFixed(0)} ms` };
  },
};
