import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The compiled command line. */
export const PROGRAM = resolve('dist/apps/cli/src/main.js');

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `xinma` with these arguments to its end. */
export function runProgram(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
