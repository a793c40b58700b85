import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './eventually.js';
import { PROGRAM } from './program.js';

/** A command of the real program, or of another version of it, in a process of its own, with these variables and none of xinma's that the suite itself was given. */
export class Command {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;

  constructor(args: readonly string[], environment: Readonly<Record<string, string>>, program = PROGRAM) {
    const { PORT: _port, XINMA_MASTER_KEY: _key, DATABASE_URL: _url, ...inherited } = process.env;
    this.child = spawn(process.execPath, [program, ...args], { env: { ...inherited, NO_COLOR: '1', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(this.child, 'close');
  }

  /** Runs one to its end; answers with its exit code and all that it said. */
  static async run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<readonly [number | null, string]> {
    const command = new Command(args, environment);
    return [await command.end(), command.output];
  }

  /** Waits until it has said something of this form; answers with the first group. Rejects where it ended instead. */
  async said(pattern: RegExp): Promise<string> {
    await eventually(() => pattern.test(this.output) || this.child.exitCode !== null, (over) => over);
    const found = pattern.exec(this.output);
    if (found === null) throw new Error(`it ended without saying ${String(pattern)}: ${this.output}`);
    return found[1] ?? found[0];
  }

  /** Waits for its end, which the signal brings about where one is given. */
  async end(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal !== undefined) this.child.kill(signal);
    await this.ended;
    return this.child.exitCode;
  }
}
