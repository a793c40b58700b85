import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { runningInstance } from './run-file.js';

/** Puts the file there and takes it away, as fast as it can. */
const COMING_AND_GOING = `
const { renameSync, rmSync, writeFileSync } = require('node:fs');
const file = process.argv[1];
process.stdout.write('begun');
for (;;) {
  writeFileSync(file + '.new', '{}');
  renameSync(file + '.new', file);
  rmSync(file);
}`;

it('is looked for while it comes and goes: there is none, and that is no error', async () => {
  const home = mkdtempSync(join(tmpdir(), 'xinma-run-file-'));
  const other = spawn(process.execPath, ['-e', COMING_AND_GOING, join(home, 'run.json')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(other.stdout, 'data');
    for (let times = 0; times < 20_000; times += 1) expect(runningInstance(home)).toBeUndefined();
  } finally {
    other.kill('SIGKILL');
    await once(other, 'exit');
    rmSync(home, { recursive: true, force: true });
  }
});

const ROUNDS = 40;

/** Takes home after home, each at its instant, and says which it got; holds them until it is ended. */
const TAKING = `
const [{ Hold }, at, ...homes] = [await import(process.argv[1]), ...process.argv.slice(2)];
const got = homes.flatMap((home, round) => {
  while (Date.now() < Number(at) + round * 10);
  try {
    Hold.take(home);
    return [round];
  } catch (error) {
    if (error.name !== 'AlreadyRunning') throw error;
    return [];
  }
});
process.stdout.write(JSON.stringify(got) + String.fromCharCode(10));
process.stdin.resume();`;

it('is one process’s, also where several start at once on what a killed one left', async () => {
  const homes = Array.from({ length: ROUNDS }, () => mkdtempSync(join(tmpdir(), 'xinma-run-file-')));
  for (const [round, home] of homes.entries()) writeFileSync(join(home, 'run.json'), round % 4 === 0 ? '{' : JSON.stringify({ pid: 999_999, started: '1' }));
  const at = String(Date.now() + 1_500);
  const others = [1, 2, 3].map(() => spawn(process.execPath, ['--input-type=module', '-e', TAKING, resolve('dist/apps/cli/src/instance/run-file.js'), at, ...homes], { stdio: ['pipe', 'pipe', 'inherit'] }));
  try {
    const said = await Promise.all(others.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
    const got = said.flatMap((each) => JSON.parse(each) as number[]);
    expect(got.toSorted((a, b) => a - b)).toEqual(homes.map((_, round) => round));
  } finally {
    for (const other of others) other.kill('SIGKILL');
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  }
});
