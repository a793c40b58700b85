import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
