import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfiguration } from '../../../libs/configuration/index.js';
import { endProcess } from './instance/end-process.js';
import { openDatabase } from './instance/database.js';
import { choosePort } from './instance/port.js';
import { Hold } from './instance/run-file.js';
import { untilTold } from './instance/until-told.js';
import { type Served, WarmApi } from './instance/warm-api.js';
import { greet } from './start.js';

const COMPILER = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** What the compiler says when nothing is wrong. */
const PROGRESS = /Starting compilation|File change detected|Found 0 errors/;

/** Runs an instance whose API is compiled and replaced at every change of a source; the database stays up. */
export async function dev(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  const configuration = readConfiguration(environment);
  const hold = Hold.take(configuration.home);
  const told = untilTold();
  try {
    const port = await choosePort(configuration.host, configuration.port);
    const database = await openDatabase(configuration, say);
    try {
      const warm = (): WarmApi => new WarmApi({ ...environment, NODE_COMPILE_CACHE: join(configuration.home, 'compile-cache') });
      const replacing = new Replacing(port, warm, say, (served) => hold.publish(served));
      const compiler = compile(['--noCheck'], say, (line) => replacing.compilerSaid(line));
      // Types are judged beside it, by whatever time is left: nobody waits for them to see what they changed.
      const checker = compile(['--noEmit', '--tsBuildInfoFile', 'dist/.types.tsbuildinfo'], say);
      if (checker.pid !== undefined) setPriority(checker.pid, constants.priority.PRIORITY_LOW);
      if (process.platform !== 'win32') process.on('SIGUSR2', () => replacing.restart());
      await told;
      await Promise.all([endProcess(compiler), endProcess(checker), replacing.end()]);
    } finally {
      await database.close();
    }
  } finally {
    hold.release();
  }
}

/** Follows the sources; says what is wrong with them. */
function compile(options: readonly string[], say: (line: string) => void, heard?: (line: string) => void): ChildProcess {
  const compiler = spawn(process.execPath, [COMPILER, '-p', '.', '--watch', '--preserveWatchOutput', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: compiler.stdout }).on('line', (line) => {
    if (line !== '' && !PROGRESS.test(line)) say(line);
    heard?.(line);
  });
  return compiler;
}

/** The API that serves, and the one that stands by to take its place. */
class Replacing {
  private api: WarmApi | undefined;
  private next: WarmApi;
  private changedAt: number | undefined;
  private turn = Promise.resolve();
  private over = false;

  constructor(
    private port: number,
    private readonly warm: () => WarmApi,
    private readonly say: (line: string) => void,
    private readonly publish: (served: Served) => void,
  ) {
    this.next = this.warm();
  }

  compilerSaid(line: string): void {
    if (line.includes('File change detected')) this.changedAt = performance.now();
    if (line.includes('Found 0 errors')) this.soon();
  }

  /** Replaces it though nothing changed: a crashed one, for instance. */
  restart(): void {
    this.changedAt = performance.now();
    this.soon();
  }

  private soon(): void {
    this.turn = this.turn.then(() => this.replace());
  }

  async end(): Promise<void> {
    this.over = true;
    await Promise.all([this.api?.end(), this.next.end()]);
    await this.turn;
  }

  private async replace(): Promise<void> {
    if (this.over) return;
    const since = this.changedAt;
    await this.api?.end();
    this.api = this.next;
    const served = await this.api.serve(this.port);
    if (this.over) return;
    this.next = this.warm();
    if (served === undefined) return this.say('the API ended: waiting for a change');
    // Where any free port was good, it stays the same from now on.
    this.port = Number(new URL(served.address).port);
    this.publish(served);
    if (since === undefined) greet(served, this.say);
    else this.say(`restarted in ${Math.round(performance.now() - since)} ms`);
  }
}
