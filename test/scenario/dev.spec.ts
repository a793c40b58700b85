import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { removeCluster } from '../../libs/embedded-postgres/index.js';
import { PROGRAM } from '../kit/program.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-dev-'));
let output = '';
let dev: ChildProcess | undefined;

afterAll(async () => {
  if (dev?.exitCode === null) dev.kill('SIGKILL');
  await removeCluster(join(home, 'postgres'));
  rmSync(home, { recursive: true, force: true });
});

async function said(words: string): Promise<void> {
  while (!output.includes(words)) {
    if (dev?.exitCode !== null || /Found [1-9]/.test(output)) throw new Error(`it does not get there: ${output}`);
    await sleep(50);
  }
}

it('replaces the API at the same address and on the same database', async () => {
  const { PORT: _port, ...inherited } = process.env;
  const child = spawn(process.execPath, [PROGRAM, 'dev'], { env: { ...inherited, PORT: '0', XINMA_HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] });
  dev = child;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await said('xinma is running on');
  const database = readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0];
  const address = runningInstance(home)?.address ?? '';

  child.kill('SIGUSR2');
  await said('restarted in');
  expect(runningInstance(home)?.address).toBe(address);
  expect(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(database);
  expect((await fetch(new URL('/ready', address))).status).toBe(200);

  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  expect(child.exitCode).toBe(0);
  await expect(fetch(new URL('/health', address))).rejects.toThrow('fetch failed');
  expect(runningInstance(home)).toBeUndefined();
}, 120_000);
