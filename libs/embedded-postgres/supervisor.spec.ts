import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seemsStranded } from './postmaster.js';
import { Supervisor } from './supervisor.js';

/** Whether the system tells which processes another one has. */
const TELLS = existsSync('/proc/self/task');

/** A process with these children, by what they call themselves. It ends when it is told to, and they with it. */
const FAMILY = `
  const { spawn } = require('node:child_process');
  const children = process.argv.slice(1).map((title) => spawn(process.execPath, ['-e', 'process.title = ' + JSON.stringify(title) + '; console.log(1); setInterval(() => 0, 1000)'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  process.on('SIGQUIT', () => { for (const child of children) child.kill(); process.exit(2); });
  Promise.all(children.map((child) => new Promise((resolve) => child.stdout.once('data', resolve)))).then(() => console.log('ready'));
  setInterval(() => 0, 1000);`;

const CHECKPOINTER = 'postgres: checkpointer ';

describe('A server that lives', () => {
  let folder: string;
  let server: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xinma-stranded-'));
    mkdirSync(join(folder, 'data'));
  });
  afterEach(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGQUIT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  /** Something that looks like a server with these processes, and says this of itself. */
  async function serverOf(titles: readonly string[], status: string): Promise<ChildProcess> {
    const family = spawn(process.execPath, ['-e', FAMILY, '--', ...titles], { stdio: ['ignore', 'pipe', 'ignore'] });
    server = family;
    await once(family.stdout, 'data');
    writeFileSync(join(folder, 'data', 'postmaster.pid'), [family.pid, join(folder, 'data'), 1, 5432, folder, '', '1 1', `${status}   `, ''].join('\n'));
    return family;
  }

  it.each<readonly [string, readonly string[], string, boolean]>([
    ['serves', [CHECKPOINTER, 'postgres: background writer ', 'postgres: walwriter '], 'ready', false],
    ['recovers', [CHECKPOINTER, 'postgres: startup recovering 000000010000000000000003'], 'starting', false],
    ['begins', ['postgres: io worker 0'], 'starting', false],
    ['ends', [CHECKPOINTER], 'stopping', false],
    ['does none of that is stranded', ['postgres: io worker 0', CHECKPOINTER, 'postgres: background writer '], 'ready', TELLS],
  ])('and %s', async (_, titles, status, stranded) => {
    expect(seemsStranded(join(folder, 'data'), await serverOf(titles, status))).toBe(stranded);
  });

  it('and is stranded for more than a moment is ended, and started again', async () => {
    const notices: string[] = [];
    const nothing = join(folder, 'nothing');
    const supervisor = new Supervisor({ folder, account: {}, log: join(folder, 'log'), settings: {}, binaries: { initdb: nothing, postgres: nothing } }, (notice) => notices.push(notice));
    const stranded = await serverOf([CHECKPOINTER], 'ready');
    supervisor.watch({ socket: join(folder, 'socket'), process: stranded });
    const patience = TELLS ? 10_000 : 0;
    for (const until = performance.now() + patience; notices.length === 0 && performance.now() < until; ) await sleep(50);
    await supervisor.stop();
    expect(notices[0]).toBe(TELLS ? 'ended' : undefined);
  }, 30_000);
});
