import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/kit/eventually.js';
import { runs, thisProcess } from './process-identity.js';

const fields = (pid: number): readonly string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

describe('A process', () => {
  it('runs, and one with its number that started at another time is another', () => {
    expect(runs(thisProcess())).toBe(true);
    expect(runs({ ...thisProcess(), started: 'before' })).toBe(false);
  });

  // In a container whose first process waits for nobody, a killed server stays like this for ever.
  (existsSync('/proc/self/stat') ? it : it.skip)('that ended and was not waited for does not run', async () => {
    const careless = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = (await once(careless.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    await eventually(() => fields(pid)[0], (state) => state === 'Z');
    expect(runs({ pid, started: fields(pid)[19] ?? '' })).toBe(false);
    careless.kill();
  });
});
