import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WRK_SCRIPT } from './wrk-script.js';

/** What a turn of load came to. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** Answers of 400 and more. */
  readonly refused: number;
  /** Connections and reads that failed, and answers that came too late. */
  readonly broken: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Where load comes from: a process of its own, 64 kept-alive connections, one request at a time on each. */
export interface Generator {
  readonly name: string;
  run(address: string, plan: string, seconds: number): Promise<Load>;
}

/** How many connections ask at once. */
export const CONNECTIONS = 64;

/** wrk where it is on the path, else autocannon. `folder`: where its script may lie. */
export function findGenerator(folder: string): Generator {
  const wrk = spawnSync('wrk', ['--version'], { encoding: 'utf8' });
  if (wrk.error !== undefined) return { name: 'autocannon (wrk is not installed: the generator takes a server\'s worth of time)', run: autocannon };
  const script = join(folder, 'load.lua');
  writeFileSync(script, WRK_SCRIPT);
  return { name: wrk.stdout.split('\n')[0]?.replace(/ Copyright.*/, '') ?? 'wrk', run: (address, plan, seconds) => output('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '5s', '-s', script, address, '--', plan]) };
}

const autocannon = (address: string, plan: string, seconds: number): Promise<Load> =>
  output(process.execPath, [fileURLToPath(new URL('autocannon.js', import.meta.url)), address, plan, String(seconds)]);

/** The last line that a generator writes is the load, as JSON. */
async function output(program: string, args: readonly string[]): Promise<Load> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) text += String(chunk);
  const last = text.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`${program} said nothing that could be read`);
  return JSON.parse(last) as Load;
}
