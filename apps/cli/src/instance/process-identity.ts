import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that can't be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
}

/** When a process started, in whatever words its system has; undefined where there is none, or one that ended and that nobody waited for. */
function startOf(pid: number): string | undefined {
  try {
    // The program's name, in brackets, may hold spaces: count from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return startByPs(pid);
  }
}

/** Where there is no /proc. */
function startByPs(pid: number): string | undefined {
  const asked = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state = '', ...start] = asked.stdout.trim().split(/\s+/);
  return asked.status !== 0 || state.startsWith('Z') ? undefined : start.join(' ');
}

/** This process. */
export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, started: startOf(process.pid) ?? '' });

/** Whether that very process still runs. */
export const runs = ({ pid, started }: ProcessIdentity): boolean => startOf(pid) === started;
