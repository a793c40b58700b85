import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chown, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { syncFolder } from '../durable/index.js';
import { type Account, makeFolder, makeSocketFolder } from './account.js';
import type { Binaries } from './binaries.js';
import { forgetStale, isReady, runningOn, stopRunning } from './postmaster.js';
import { ClusterUnusable } from './unusable.js';

/** What runs one server: programs, the system user, the folder that holds `data`, and settings on top of ours. */
export interface Ground {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly folder: string;
  readonly log: string;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Only local processes that can reach the socket folder; statements and values stay out of the server's log. And no processes and shared memory for what nobody asks for here, which each start would
 * set up: reads of several blocks at once by workers, replication, locks of serialisable transactions.
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '120',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  max_pred_locks_per_transaction: '10',
  wal_buffers: '1MB',
};
/** What only servers of this version and newer ones know. */
const SINCE_18 = { io_method: 'sync', io_max_concurrency: '8' };
const settingsFor = (data: string): Readonly<Record<string, string>> => (Number.parseInt(readFileSync(join(data, 'PG_VERSION'), 'utf8'), 10) >= 18 ? { ...SETTINGS, ...SINCE_18 } : SETTINGS);

/**
 * What a session took for a large statement and let go of again it keeps, up to this many bytes: left to itself the C library gives it back, and the next statement touches each page of it for the first time, which is dear
 * on a virtual machine. Another C library than GNU's does not hear it.
 */
const KEPT = String(16 * 1_048_576);
const MEMORY = { MALLOC_MMAP_THRESHOLD_: KEPT, MALLOC_TRIM_THRESHOLD_: KEPT };

/** The server's processes get no variable of ours: the master key may be one. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', ...MEMORY });

/** How often a server that starts is asked whether it takes connections, in milliseconds. */
const LOOK_AGAIN = 1;

/** Where a server's folder has its data. */
export const dataIn = (folder: string): string => join(folder, 'data');

/** Whether the folder holds a cluster. */
export const isInitialised = (folder: string): boolean => existsSync(join(dataIn(folder), 'PG_VERSION'));

/** Where a cluster is made. It is there from before there are passwords until there is data. */
export const beginningIn = (folder: string): string => join(folder, 'data.new');

/** Marks the folder as one where a cluster is begun. */
export const begin = ({ account, folder }: Pick<Ground, 'account' | 'folder'>): string => makeFolder(account, beginningIn(folder));

/** Removes the mark, and what starts that were killed left with it. What one of them left running may still write there. */
export const forgetBeginning = (folder: string): void => rmSync(beginningIn(folder), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

/**
 * Makes the cluster where it was begun: checksums on, SCRAM passwords, the same order of text on every machine. A half-made one is made again, in a folder of its own: a start that is
 * killed leaves its `initdb` running, which empties its folder where it fails.
 */
export async function initialise(ground: Ground, password: string): Promise<void> {
  const made = join(begin(ground), randomBytes(4).toString('hex'));
  const passwordFile = join(ground.folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = ground.account;
  if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await promisify(execFile)(ground.binaries.initdb, ['-D', made, `--pwfile=${passwordFile}`, ...flags], { ...ground.account, cwd: '/', env: environment() });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  await rename(made, dataIn(ground.folder));
  // What is acknowledged from here on is synced by PostgreSQL, but the folder's name is not its own.
  syncFolder(ground.folder);
  forgetBeginning(ground.folder);
}

/** A server that runs. */
export interface Started {
  readonly socket: string;
  readonly process: ChildProcess;
}

/** Starts the server and answers once it takes connections. In a session of its own: Ctrl-C on us must not end it before we have drained. */
export async function startServer(ground: Ground, launched?: (socket: string) => void): Promise<Started> {
  const data = dataIn(ground.folder);
  await stopRunning(data);
  const socket = makeSocketFolder(ground.account);
  try {
    return await startOn(ground, socket, launched);
  } catch (error) {
    rmSync(socket, { recursive: true, force: true });
    throw error;
  }
}

/** Starts it on this socket, also again, after it ended. */
export async function startOn(ground: Ground, socket: string, launched?: (socket: string) => void): Promise<Started> {
  // Workers of a server that was just killed hold its memory for a moment.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    // Takes along the socket of the one that was killed.
    forgetStale(dataIn(ground.folder));
    makeFolder(ground.account, socket);
    const starting = launch(ground, socket);
    if (attempt === 1) launched?.(socket);
    const process = await starting;
    if (process !== undefined) return { socket, process };
    await sleep(300 * attempt);
  }
  throw new ClusterUnusable(`PostgreSQL does not start (${lastLines(ground.log)})`, `see ${ground.log}`);
}

async function launch(ground: Ground, socket: string): Promise<ChildProcess | undefined> {
  const data = dataIn(ground.folder);
  const log = openSync(ground.log, 'a', 0o600);
  const settings = Object.entries({ ...settingsFor(data), ...ground.settings, unix_socket_directories: socket }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(ground.binaries.postgres, ['-D', data, ...settings], { ...ground.account, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  // A program that can't be run shows as an exit code, like one that gave up.
  child.once('error', () => undefined).unref();
  while (hasNotEnded(child)) {
    if (isReady(data, child)) return child;
    await sleep(LOOK_AGAIN);
  }
  return undefined;
}

/** Whether a process of ours still runs, as far as we have heard. */
export const hasNotEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

const lastLines = (log: string): string => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ') : 'it wrote no log');

/** Ends the server and removes its socket folder, also that of one that was killed. */
export async function stopServer(folder: string): Promise<void> {
  await stopRunning(dataIn(folder));
  forgetStale(dataIn(folder));
}

/** The socket folder of the server that runs on this folder, if one does. */
export const socketOf = (folder: string): string | undefined => {
  const found = runningOn(dataIn(folder));
  return found?.ready === true ? found.socket : undefined;
};
