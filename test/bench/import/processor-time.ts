import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Linux counts processor time in, whatever the kernel's own tick is (proc(5), USER_HZ): 10 ms. */
const TICK = 10_000;

/** Processor time that others used so far, in microseconds: the server in all its threads and in the one that runs JavaScript, and Postgres with all its processes. */
export interface Used {
  readonly server: number;
  readonly thread: number;
  readonly postgres: number;
}

/** The account of Linux; undefined on a system that keeps none. */
export function usedBy(server: number, dataFolder: string): Used | undefined {
  try {
    const postmaster = Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
    const own = statOf(`/proc/${postmaster}/stat`);
    const children = processes().filter(({ parent }) => parent === postmaster);
    // Those that ended are in their parent's account.
    const postgres = own.used + own.ofEnded + children.reduce((sum, { used }) => sum + used, 0);
    return { server: statOf(`/proc/${server}/stat`).used, thread: statOf(`/proc/${server}/task/${server}/stat`).used, postgres };
  } catch {
    return undefined;
  }
}

interface Stat {
  readonly parent: number;
  readonly used: number;
  readonly ofEnded: number;
}

function processes(): readonly Stat[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      return [statOf(`/proc/${pid}/stat`)];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** proc(5): behind the name, which is in brackets and may hold anything, stand the state, the parent, and from the 14th field on the times. */
function statOf(file: string): Stat {
  const text = readFileSync(file, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [fields[1], fields[11], fields[12], fields[13], fields[14]];
  return { parent, used: (user + system) * TICK, ofEnded: (endedUser + endedSystem) * TICK };
}
