import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { removeCluster } from '../../libs/embedded-postgres/index.js';
import { eventually } from '../kit/eventually.js';
import { PROGRAM } from '../kit/program.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-projector-'));
const server = new ServerProcess(home, [PROGRAM, 'start']);
let standby: ChildProcess | undefined;

afterAll(async () => {
  if (standby?.exitCode === null) standby.kill('SIGKILL');
  await server.stop();
  await removeCluster(join(home, 'postgres'));
  rmSync(home, { recursive: true, force: true });
});

it('a projector beside a server stands by, takes over from one that was killed, and outlives the database', async () => {
  await server.start();
  const child = spawn(process.execPath, [PROGRAM, 'projector'], { env: { ...process.env, PORT: '', XINMA_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] });
  standby = child;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await eventually(() => said, (words) => words.includes('standing by'));

  await server.kill();
  await eventually(() => said, (words) => words.includes('feeding the read models from position'));

  await server.start();
  const mother = await server.as('wang-fang');
  expect((await mother.POST('/v1/enrolments')).response.status).toBe(202);
  await eventually(() => mother.GET('/v1/me/bases'), ({ data }) => data !== undefined);
  expect(said).toMatch(/^interrupted, trying again: \{"error":"\w+",.*"stack":\["at /m);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('close', resolve));
  expect(child.exitCode).toBe(0);
}, 120_000);
