import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Binaries } from './binaries.js';
import { SOCKET_PREFIX } from './postmaster.js';

/** The system user that runs the server: nothing to set for an ordinary user, uid and gid of `postgres` for root, whom PostgreSQL refuses. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where root's data goes when the folder asked for can't be reached by `postgres`. */
const REACHABLE = '/var/lib/xinma';

/** Where a system lists its own users. */
const USERS = '/etc/passwd';

/** From the local file where the user is in it; else from wherever the system has its users. */
function postgresUser(): Required<Account> | undefined {
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(existsSync(USERS) ? readFileSync(USERS, 'utf8') : '');
  if (line !== null) return { uid: Number(line[1]), gid: Number(line[2]) };
  const asked = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const [uid, gid] = asked.map(({ status, stdout }) => (status === 0 ? Number.parseInt(stdout, 10) : undefined));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** The account to run the server as; undefined where it is still to be made. */
export const knownAccount = (): Account | undefined => (process.getuid?.() === 0 ? postgresUser() : {});

/** Whose the data has to be, by number and by name; undefined where the system has no such numbers, or nobody of that name yet. */
export function serverUser(): { readonly uid: number; readonly name: string } | undefined {
  const [uid, account] = [process.getuid?.(), knownAccount()];
  if (uid === undefined || account === undefined) return undefined;
  return account.uid === undefined ? { uid, name: userInfo().username } : { uid: account.uid, name: 'postgres' };
}

/** The account to run the server as. As root, makes the system user `postgres` where it is missing. */
export function serverAccount(): Account {
  const found = knownAccount();
  if (found !== undefined) return found;
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const made = postgresUser();
  if (made === undefined) throw new Error('PostgreSQL does not run as root, and the system user postgres could not be made');
  return made;
}

/** Whether everybody may pass through a folder and all above it: then nobody has to be asked. */
function isOpenToAll(folder: string): boolean {
  for (let at = realpathSync.native(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether everybody may run it, and read what it needs beside it. */
const isProgramForAll = (file: string): boolean => (statSync(file).mode & 0o005) === 0o005 && ['bin', 'lib', 'share'].every((name) => isOpenToAll(join(dirname(dirname(file)), name)));

const runs = (account: Account, program: string, ...args: string[]): boolean => spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
const reaches = (account: Account, folder: string): boolean => account.uid === undefined || isOpenToAll(folder) || runs(account, '/bin/sh', '-c', 'cd "$1"', 'sh', folder);

/** Makes `folder`, owned by the account, mode 0700. */
export function makeFolder(account: Account, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** `folder`, or where the account can't get there, one of its own under /var/lib, the same at every start. The folder's parent must be there. */
export function reachableFolder(account: Account, folder: string): string {
  if (reaches(account, dirname(folder))) return folder;
  return fallbackFor(folder);
}

/** The folder of its own under /var/lib. */
export const fallbackFor = (folder: string): string => join(REACHABLE, createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12));

/** A new folder for a socket, short: a socket's path holds 107 bytes at most. */
export function makeSocketFolder(account: Account): string {
  const bases = [tmpdir(), '/tmp', REACHABLE];
  const base = bases.find((each) => each.length < 70 && existsSync(each) && reaches(account, each));
  if (base === undefined) throw new Error(`no folder for a socket: ${bases.join(', ')} are too long or can't be reached by the system user postgres`);
  return makeFolder(account, mkdtempSync(join(base, SOCKET_PREFIX)));
}

/** The binaries, or where the account can't reach them (a clone under a home of mode 0700), a copy that it can. */
export function reachableBinaries(account: Account, binaries: Binaries): Binaries {
  if (account.uid === undefined || isProgramForAll(binaries.postgres) || runs(account, binaries.postgres, '--version')) return binaries;
  const native = dirname(dirname(binaries.initdb));
  const version = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' }).stdout.replace(/[^0-9.]/g, '');
  const copy = join(REACHABLE, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(REACHABLE, { recursive: true, mode: 0o711 });
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return { initdb: join(copy, 'bin', basename(binaries.initdb)), postgres: join(copy, 'bin', basename(binaries.postgres)) };
}
