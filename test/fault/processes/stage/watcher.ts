import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { SOCKET_PREFIX } from '../../../../libs/embedded-postgres/postmaster.js';
import { signal } from '../faults/upon.js';
import type { LeftBehind } from './watch.js';

// Reads what is to be removed, until whoever started it is gone. What is gone by itself by then is left alone: a number that another process has by now is not the one that was told.

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** When a process started; '' where there is none. */
const startOf = (pid: number): string => textOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[19] ?? '';

const processes = new Map<number, string>();
const [servers, volumes, folders]: [string[], string[], string[]] = [[], [], []];

function hear(left: LeftBehind): void {
  if ('process' in left) processes.set(left.process, startOf(left.process));
  if ('server' in left) servers.push(left.server);
  if ('volume' in left) volumes.push(left.volume);
  if ('folder' in left) folders.push(left.folder);
}

/** How long a server is given to let go of its memory before it is killed, in milliseconds. */
const PATIENCE = 5_000;

async function endFamily(pid: number, isIt: () => boolean): Promise<void> {
  const family = [...(textOf(`/proc/${pid}/task/${pid}/children`).match(/\d+/g) ?? []).map(Number), pid];
  for (const each of family) signal(each, 'SIGCONT');
  signal(pid, 'SIGQUIT');
  for (const until = performance.now() + PATIENCE; isIt() && performance.now() < until; ) await sleep(50);
  if (isIt()) for (const each of family) signal(each, 'SIGKILL');
}

/** The server on this data, as it says itself and as its command line does. */
async function endServer(data: string): Promise<void> {
  const [number = '', , , , socket = ''] = textOf(join(data, 'postmaster.pid')).split('\n');
  const pid = Number(number);
  const isIt = (): boolean => textOf(`/proc/${pid}/cmdline`).includes(data);
  if (pid > 0 && isIt()) await endFamily(pid, isIt);
  if (basename(socket).startsWith(SOCKET_PREFIX)) rmSync(socket, { recursive: true, force: true });
}

for await (const line of createInterface(process.stdin)) hear(JSON.parse(line) as LeftBehind);
for (const [pid, started] of processes) if (started !== '' && startOf(pid) === started) signal(pid, 'SIGKILL');
for (const data of servers) if (existsSync(data)) await endServer(data);
const mounts = textOf('/proc/mounts');
for (const volume of volumes) if (mounts.includes(` ${volume} `)) spawnSync('umount', ['-l', volume]);
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
