import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Folders of sockets start with this. */
export const SOCKET_PREFIX = 'xinma-pg-';

/** What a server writes down about itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly socket: string;
  readonly ready: boolean;
}

const fileIn = (data: string): string => join(data, 'postmaster.pid');

/** The text of a file that may go at any moment. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // Looking whether it is there now would say nothing about then: it may have come in between.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/** The command line of a process; empty for one that is gone or a zombie. */
function commandOf(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync('/proc/self/cmdline')) return (textOf(proc) ?? '').replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function written(data: string): (Postmaster & { readonly folder: string; readonly status: string }) | undefined {
  const text = textOf(fileIn(data));
  if (text === undefined) return undefined;
  const [pid, folder, , , socket, , , last = ''] = text.split('\n');
  const status = last.trim();
  return { pid: Number(pid), folder: folder ?? '', socket: socket ?? '', status, ready: status === 'ready' };
}

/** The server that runs on this folder, if one does. A file left by a killed one, whose number another process may have by now, is none. */
export function runningOn(data: string): Postmaster | undefined {
  const found = written(data);
  return found !== undefined && Number.isSafeInteger(found.pid) && found.folder !== '' && commandOf(found.pid).includes(`-D ${found.folder}`) ? found : undefined;
}

/** Whether the server of this process, which lives, has written down that it takes connections. */
export function isReady(data: string, { pid }: ChildProcess): boolean {
  const found = written(data);
  return found?.pid === pid && found?.ready === true;
}

/**
 * Whether a server that lives neither recovers, serves nor ends any more. One that crashed and starts over by itself may wait for ever for a process of its own that is gone: PostgreSQL 18
 * does where that process gives up at once, as it does where nothing can be written ahead. What is looked at passes by in any server, for a moment. False where the system does not tell.
 */
export function seemsStranded(data: string, { pid }: ChildProcess): boolean {
  let checkpoints = false;
  for (const title of titlesOf(pid ?? 0)) {
    if (/^postgres: .*(?:startup|walwriter)/.test(title)) return false;
    checkpoints ||= title.startsWith('postgres: checkpointer');
  }
  return checkpoints && written(data)?.status !== 'stopping';
}

/** What the processes of a server call themselves, the oldest first; none where the system does not tell. */
function* titlesOf(pid: number): Generator<string> {
  for (const child of (textOf(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ')) if (child !== '') yield commandOf(Number(child));
}

/** Removes what a killed server left, so that the next one doesn't take a stranger's process for it. */
export function forgetStale(data: string): void {
  if (runningOn(data) !== undefined) return;
  removeSocket(written(data)?.socket);
  rmSync(fileIn(data), { force: true });
}

/** Only a folder of our making: the text comes from a file. */
function removeSocket(folder: string | undefined): void {
  if (folder !== undefined && basename(folder).startsWith(SOCKET_PREFIX)) rmSync(folder, { recursive: true, force: true });
}

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};

async function gone(data: string, pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(10)) {
    if (runningOn(data)?.pid !== pid) return true;
  }
  return false;
}

/** Ends the server that runs on this folder: rolls back what is under way and writes a checkpoint; by force after half a minute. */
export async function stopRunning(data: string): Promise<void> {
  const found = runningOn(data);
  if (found === undefined) return;
  // A stopped (SIGSTOP) server hears nothing else.
  signal(found.pid, 'SIGCONT');
  signal(found.pid, 'SIGINT');
  if (!(await gone(data, found.pid, 30_000))) {
    signal(found.pid, 'SIGQUIT');
    if (!(await gone(data, found.pid, 10_000))) throw new Error(`PostgreSQL (process ${found.pid}) does not end`);
  }
  removeSocket(found.socket);
}
