import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, knowsNoLinks } from '../file-errors.js';
import { type ProcessIdentity, runs, thisProcess } from './process-identity.js';

/** What a running instance says about itself, for commands on the same machine. Addresses are missing while it starts. */
export interface Run extends ProcessIdentity {
  readonly address?: string;
  /** Of the development issuer. */
  readonly issuer?: string;
}

/** The file in a home that says which instance runs on it. */
export const runFileIn = (home: string): string => join(home, 'run.json');

const isRun = (found: unknown): found is Run =>
  typeof found === 'object' && found !== null && 'pid' in found && typeof found.pid === 'number' && 'started' in found && typeof found.started === 'string';

/** `gone`: no such file. `nobody`: one that names no process. */
function look(file: string): Run | 'nobody' | 'gone' {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRun(found) ? found : 'nobody';
  } catch (error) {
    // It may come and go at any moment, and may hold anything; one that cannot be read is another matter.
    if (error instanceof SyntaxError) return 'nobody';
    if (hasCode(error, 'ENOENT')) return 'gone';
    throw error;
  }
}

const nameOf = (run: Run | 'nobody' | 'gone'): string => (typeof run === 'string' ? run : `${run.pid}-${encodeURIComponent(run.started)}`);

const isAlive = (run: Run | 'nobody' | 'gone'): run is Run => typeof run !== 'string' && runs(run);

/** The instance that runs on this home; undefined where none does, also where one was killed. */
export function runningInstance(home: string): Run | undefined {
  const found = look(runFileIn(home));
  return isAlive(found) ? found : undefined;
}

/** Another instance has this home. */
export class AlreadyRunning extends Error {
  constructor(home: string, { pid, address }: Run) {
    super(`an instance already runs on ${home}: process ${pid}${address === undefined ? '' : `, ${address}`}`);
    this.name = 'AlreadyRunning';
  }
}

/** A home on a medium that knows no links, which a hold is made by. */
export class NoLinks extends Error {
  constructor(home: string, cause: unknown) {
    super(`${home} is on a medium that knows no hard links, as most cards, sticks and shares: set XINMA_HOME to a folder on a disk`, { cause });
    this.name = 'NoLinks';
  }
}

/** The home, held by this process for as long as it runs. A file that a killed one left is taken over. */
export class Hold {
  private constructor(private readonly home: string) {}

  /** Throws `AlreadyRunning`, or `NoLinks`. */
  static take(home: string): Hold {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    const [file, mine] = [runFileIn(home), write(home, thisProcess())];
    try {
      const other = seize(mine, file);
      if (other !== undefined) throw new AlreadyRunning(home, other);
      return new Hold(home);
    } catch (error) {
      throw knowsNoLinks(error) ? new NoLinks(home, error) : error;
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Says where the instance can be reached. */
  publish({ address, issuer }: { readonly address: string; readonly issuer?: string | undefined }): void {
    renameSync(write(this.home, { ...thisProcess(), address, ...(issuer === undefined ? {} : { issuer }) }), runFileIn(this.home));
  }

  release(): void {
    const file = runFileIn(this.home);
    if (nameOf(look(file)) === nameOf(thisProcess())) rmSync(file, { force: true });
  }
}

function write(home: string, run: Run): string {
  const file = join(home, `run.${process.pid}.json`);
  writeFileSync(file, JSON.stringify(run), { mode: 0o600 });
  return file;
}

/**
 * Puts `mine` there, or answers who has it. Linking either makes a file whole or fails, so of several one gets it. What a dead process left is replaced by whoever holds its succession, which is got in the same way;
 * they look once more whether it still stands there: whoever held the succession before may have replaced it.
 */
function seize(mine: string, file: string): Run | undefined {
  for (;;) {
    if (linked(mine, file)) return undefined;
    const there = look(file);
    if (isAlive(there)) return there;
    if (there === 'gone') continue;
    const succession = `${file}.after-${nameOf(there)}`;
    const other = seize(mine, succession);
    if (other !== undefined) return other;
    if (nameOf(look(file)) === nameOf(there)) {
      renameSync(succession, file);
      return undefined;
    }
    rmSync(succession, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
