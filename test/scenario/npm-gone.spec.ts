import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { Cluster, removeCluster } from '../../libs/embedded-postgres/index.js';
import { eventually } from '../kit/eventually.js';
import { PROGRAM } from '../kit/program.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-npm-'));
const folder = join(home, 'postgres');
let shell: ChildProcess | undefined;

afterAll(async () => {
  if (shell?.exitCode === null) shell.kill('SIGKILL');
  await removeCluster(folder);
  rmSync(home, { recursive: true, force: true });
});

it('an instance that npm runs ends with it, though the shell between them says nothing', async () => {
  const { PORT: _port, ...inherited } = process.env;
  // As npm does it. What follows keeps the shell from becoming the program.
  const child = spawn('sh', ['-c', `"${process.execPath}" "${PROGRAM}" start; true`], { env: { ...inherited, npm_lifecycle_event: 'start', PORT: '0', XINMA_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] });
  shell = child;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await eventually(async () => output, (said) => said.includes('xinma is running on'));
  const address = runningInstance(home)?.address ?? '';
  expect((await fetch(new URL('/ready', address))).status).toBe(200);
  child.kill('SIGTERM');
  await eventually(async () => output, (said) => said.includes('stopped'));
  await eventually(async () => Cluster.running({ folder }), (running) => running === undefined);
  expect(runningInstance(home)).toBeUndefined();
}, 120_000);
