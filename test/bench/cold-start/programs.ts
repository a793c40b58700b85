import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../kit/free-port.js';

const BARE = fileURLToPath(new URL('./bare.js', import.meta.url));
/** What `npm start` runs Node with. */
const XINMA = JSON.parse(readFileSync(new URL('../../../quick/start.json', import.meta.url), 'utf8')) as { readonly parameters: readonly string[]; readonly environment: NodeJS.ProcessEnv };
const WITHIN = 30_000;

/** A program that runs, and how many milliseconds after its process began it could be used. */
export interface Started {
  readonly milliseconds: number;
  /** Ends it as an operator does; rejects where it does not end well. */
  stop(): Promise<void>;
}

/** The bare server on a data folder, until it says that it has started. */
export async function startBare(folder: string): Promise<Started> {
  const port = await freePort();
  return timed(spawn(process.execPath, [BARE, folder, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] }), told);
}

/** Resolves once the program says something. */
async function told({ stdout }: ChildProcess): Promise<void> {
  if (stdout === null) throw new Error('no output to read');
  await once(stdout, 'data');
}

/** Fills a data folder for the bare server. */
export async function makeBare(folder: string): Promise<void> {
  const child = spawn(process.execPath, [BARE, folder, '0', 'initialise'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the bare server has no data folder');
}

/** A whole instance on a home, until its readiness is answered with 200 for the first time. It is asked from when it says that it listens: asking all the while takes time of what is measured. `address` is where it listens. */
export async function startWhole(home: string): Promise<Started & { readonly address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const environment = { ...XINMA.environment, ...process.env, XINMA_HOME: home, PORT: String(port), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [...XINMA.parameters], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  return { address, ...(await timed(child, async () => ready(child, `${address}/ready`))) };
}

async function timed(child: ChildProcess, usable: (child: ChildProcess) => Promise<void>): Promise<Started> {
  const began = performance.now();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    await Promise.race([usable(child), ended.then(() => fail('a program ended before it could be used')), pause(WITHIN, undefined, { ref: false }).then(() => fail('a program could not be used in time'))]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const milliseconds = performance.now() - began;
  return {
    milliseconds,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (code !== 0) throw new Error(`a program ended with ${code}`);
    },
  };
}

function fail(message: string): never {
  throw new Error(message);
}

/** Asks until it is, or the program is no more. */
async function ready(child: ChildProcess, address: string): Promise<void> {
  await told(child);
  while (child.exitCode === null && child.signalCode === null && (await statusOf(address)) !== 200) await pause(3);
}

const statusOf = (address: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const request = get(address, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('error', () => resolve(undefined));
  });
