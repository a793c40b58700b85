import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Binaries } from './binaries.js';

/** The system user that runs the server: nothing to set for an ordinary user, uid and gid of `postgres` for root, whom PostgreSQL refuses. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where root's data goes when the folder asked for can't be reached by `postgres`. */
const REACHABLE = '/var/lib/xinma';

const idOf = (flag: '-u' | '-g'): number | undefined => {
  const asked = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return asked.status === 0 ? Number.parseInt(asked.stdout, 10) : undefined;
};

/** The account to run the server as. As root, makes the system user `postgres` where it is missing. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (uid === undefined || gid === undefined) throw new Error('PostgreSQL does not run as root, and the system user postgres could not be made');
  return { uid, gid };
}

const runs = (account: Account, program: string, ...args: string[]): boolean => spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** Makes `folder`, owned by the account, mode 0700. */
export function makeFolder(account: Account, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  execFileSync('chmod', ['0700', folder]);
  return folder;
}

/** `folder`, or where the account can't reach it, one of its own under /var/lib, the same at every start. */
export function reachableFolder(account: Account, folder: string): string {
  makeFolder(account, folder);
  if (account.uid === undefined) accessSync(folder, constants.W_OK);
  if (account.uid === undefined || runs(account, '/bin/sh', '-c', 'cd "$1" && test -w .', 'sh', folder)) return folder;
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  const instance = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  return makeFolder(account, join(REACHABLE, instance));
}

/** The binaries, or where the account can't reach them (a clone under a home of mode 0700), a copy that it can. */
export function reachableBinaries(account: Account, binaries: Binaries): Binaries {
  if (account.uid === undefined || runs(account, binaries.initdb, '--version')) return binaries;
  const native = dirname(dirname(binaries.initdb));
  const version = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout.replace(/[^0-9.]/g, '');
  const copy = join(REACHABLE, `postgres-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return { initdb: join(copy, 'bin', basename(binaries.initdb)), postgres: join(copy, 'bin', basename(binaries.postgres)) };
}
