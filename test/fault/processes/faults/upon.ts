import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the kernel says that a process is: `T` is stopped; undefined where there is none. */
function stateOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.charAt(0);
  } catch {
    return undefined;
  }
}

/** Sends a signal; a process that is gone already hears nothing. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Stops processes for so many milliseconds. Answers how many of them the kernel saw stopped. */
export async function stopFor(pids: readonly number[], milliseconds: number): Promise<number> {
  for (const pid of pids) signal(pid, 'SIGSTOP');
  try {
    await sleep(milliseconds);
    return pids.filter((pid) => stateOf(pid) === 'T').length;
  } finally {
    for (const pid of pids) signal(pid, 'SIGCONT');
  }
}

/** Waits until this is so; false where it is not so for too long, in milliseconds. */
export async function becomes(so: () => boolean | Promise<boolean>, within: number): Promise<boolean> {
  for (const until = performance.now() + within; performance.now() < until; await sleep(20)) if (await so()) return true;
  return false;
}
