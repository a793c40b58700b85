import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../kit/eventually.js';

/** '' where the process ended meanwhile, or is somebody else's. */
function seen(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** Processes that were told of a folder, by their command line or their environment, or that work in it, as PostgreSQL's do. */
const processesIn = (folder: string): readonly string[] =>
  readdirSync('/proc').filter((name) => {
    const of = ['cmdline', 'environ'].map((file) => seen(() => readFileSync(`/proc/${name}/${file}`, 'utf8')));
    return /^\d+$/.test(name) && [...of, seen(() => readlinkSync(`/proc/${name}/cwd`))].some((text) => text.includes(folder));
  });

describe('A run that is killed', () => {
  it('leaves no process, no volume and no folder behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'xinma-killed-run-'));
    chmodSync(folder, 0o711);
    const run = spawn(process.execPath, [resolve('dist/test/fault/processes/main.js'), '--short', '--seed', '1'], { env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      for await (const line of createInterface(run.stdout)) if (line.includes('a PostgreSQL run')) break;
      // Two API processes, a projector, a PostgreSQL with what serves for it, and whoever looks on.
      expect(processesIn(folder).length).toBeGreaterThan(10);
    } finally {
      run.kill('SIGKILL');
    }
    await eventually(() => processesIn(folder), ({ length }) => length === 0);
    expect(readFileSync('/proc/mounts', 'utf8')).not.toContain(folder);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  }, 120_000);
});
