import { type ChildProcess, fork } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a child says once it listens. */
interface Told {
  readonly address: string;
}

/** A server in a process of its own. */
export interface Served {
  readonly address: string;
  readonly pid?: number | undefined;
  readonly stop: () => Promise<void>;
}

/** Starts `script` (below test/bench) with `options` and waits for its address. What it logs goes to `log`, as a service's log goes to a file; `flags` are Node's. */
export async function serve(script: string, options: object, log: string, flags: readonly string[] = []): Promise<Served> {
  const child = fork(fileURLToPath(new URL(`../${script}.js`, import.meta.url)), { stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a'), 'ipc'], execArgv: [...flags, ...profiling()] });
  child.send(options);
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (told) => resolve((told as Told).address));
    child.once('exit', () => reject(new Error(`${script} did not start:\n${readFileSync(log, 'utf8').slice(-2_000)}`)));
  });
  return { address, pid: child.pid, stop: () => stopped(child) };
}

/** `XINMA_BENCH_PROFILE=<folder>` leaves a CPU profile of each server there. */
export function profiling(): string[] {
  const folder = process.env['XINMA_BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((ends) => child.once('exit', ends));
  child.send('stop');
  await ended;
}

/** Runs `work`, which starts servers; whatever becomes of it, they are stopped, the last one first. */
export async function inServers<T>(work: (start: (server: Promise<Served>) => Promise<Served>) => Promise<T>): Promise<T> {
  const started: Served[] = [];
  try {
    return await work(async (server) => {
      const served = await server;
      started.push(served);
      return served;
    });
  } finally {
    for (const served of started.toReversed()) await served.stop();
  }
}

/** In the child: the options that its parent sent. The parent reads them back as what it sent. */
export const optionsSent = <Options>(): Promise<Options> => new Promise((resolve) => process.once('message', (options) => resolve(options as Options)));

/** In the child: tells the address of its server, closes it when told to, or when its parent is gone. */
export function serving({ address, stop }: Served): void {
  const told: Told = { address };
  process.send?.(told);
  let ending: Promise<void> | undefined;
  const end = (): void => {
    ending ??= stop().finally(() => process.exit(0));
  };
  process.once('message', end);
  process.once('disconnect', end);
}
