import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '../../../../test/kit/eventually.js';
import { runs, thisProcess } from './process-identity.js';

const PROC = existsSync('/proc/self/stat');
const fields = (pid: number): readonly string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
const ps = (pid: number, field: string): string => spawnSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
const stateOf = (pid: number): string => (PROC ? (fields(pid)[0] ?? '') : ps(pid, 'stat').charAt(0));
const startOf = (pid: number): string => (PROC ? (fields(pid)[19] ?? '') : ps(pid, 'lstart'));

describe('A process', () => {
  it('runs, and one with its number that started at another time is another', () => {
    expect(runs(thisProcess())).toBe(true);
    expect(runs({ ...thisProcess(), started: 'before' })).toBe(false);
  });

  // In a container whose first process waits for nobody, a killed server stays like this for ever.
  it('that ended and was not waited for does not run', async () => {
    const careless = spawn('/bin/sh', ['-c', 'sleep 30 & echo $!; exec cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const pid = Number(String((await once(careless.stdout, 'data'))[0]));
    // The shell would wait for whom it began. What it becomes here, and then answers, does not.
    careless.stdin.write('is it still a shell?');
    await once(careless.stdout, 'data');
    process.kill(pid, 'SIGKILL');
    await eventually(() => stateOf(pid), (state) => state === 'Z');
    expect(runs({ pid, started: startOf(pid) })).toBe(false);
    careless.kill();
  });
});
