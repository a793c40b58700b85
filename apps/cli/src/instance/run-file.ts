import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ProcessIdentity, runs, thisProcess } from './process-identity.js';

/** What a running instance says about itself, for commands on the same machine. Addresses are missing while it starts. */
export interface Run extends ProcessIdentity {
  readonly address?: string;
  /** Of the development issuer. */
  readonly issuer?: string;
}

const fileIn = (home: string): string => join(home, 'run.json');

const isRun = (found: unknown): found is Run =>
  typeof found === 'object' && found !== null && 'pid' in found && typeof found.pid === 'number' && 'started' in found && typeof found.started === 'string';

const isAbsence = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

function read(file: string): Run | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRun(found) ? found : undefined;
  } catch (error) {
    // It may come and go at any moment, and may hold anything; one that cannot be read is another matter.
    if (error instanceof SyntaxError || isAbsence(error)) return undefined;
    throw error;
  }
}

/** The instance that runs on this home; undefined where none does, also where one was killed. */
export function runningInstance(home: string): Run | undefined {
  const found = read(fileIn(home));
  return found !== undefined && runs(found) ? found : undefined;
}

/** Another instance has this home. */
export class AlreadyRunning extends Error {
  constructor(home: string, { pid, address }: Run) {
    super(`an instance already runs on ${home}: process ${pid}${address === undefined ? '' : `, ${address}`}`);
    this.name = 'AlreadyRunning';
  }
}

/** The home, held by this process for as long as it runs. A file that a killed one left is taken over. */
export class Hold {
  private constructor(private readonly home: string) {}

  /** Throws `AlreadyRunning`. Linking either makes the file whole or fails, so two starts can't both have it. */
  static take(home: string): Hold {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    const [file, mine] = [fileIn(home), write(home, thisProcess())];
    try {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        if (linked(mine, file)) return new Hold(home);
        const other = runningInstance(home);
        if (other !== undefined) throw new AlreadyRunning(home, other);
        rmSync(file, { force: true });
      }
      throw new Error(`${file} can't be written`);
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Says where the instance can be reached. */
  publish({ address, issuer }: { readonly address: string; readonly issuer?: string | undefined }): void {
    renameSync(write(this.home, { ...thisProcess(), address, ...(issuer === undefined ? {} : { issuer }) }), fileIn(this.home));
  }

  release(): void {
    rmSync(fileIn(this.home), { force: true });
  }
}

function write(home: string, run: Run): string {
  const file = join(home, `run.${process.pid}.json`);
  writeFileSync(file, JSON.stringify(run), { mode: 0o600 });
  return file;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
