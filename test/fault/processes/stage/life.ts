import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from '../../../kit/command.js';
import { PROGRAM } from '../../../kit/program.js';
import { becomes } from '../faults/upon.js';
import { watch } from './watch.js';

/** How long somebody who looks after a process tries to start it, in milliseconds: its database may be away meanwhile. */
const TRIES_FOR = 180_000;

/** Why a process may give up at a start: its database is away, or has no connection for it. It says so, and nothing else; a version before said of some of it only what the system calls it. */
const AWAY = /must be where a server answers|is not available|are not available|connection slots|too many clients|the database system is|Connection terminated|terminating connection|connection to the database was lost|database can’t be reached|ECONNRE(?:SET|FUSED)|EPIPE|ENOENT|timeout/i;

/** How a process is started, and what it says once it works. */
export interface Programme {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ready: RegExp;
}

/** One process of the product, which is ended in every way there is and started again. */
export class Life {
  private command: Command | undefined;
  /** What it said of itself when it was ready: an API process, its address. */
  said = '';
  /** What it last said each time that it gave up at a start since the last that worked, and how long that took it. */
  gaveUp: readonly string[] = [];

  /** Whatever else it said when it gave up: there is no reason for any of that here. */
  readonly strange: string[] = [];

  /** The program that it is started from: a path of this version, or of another one. */
  program = PROGRAM;

  constructor(private readonly programme: Programme) {}

  get name(): string {
    return this.programme.name;
  }

  get pid(): number {
    return this.command?.child.pid ?? 0;
  }

  get isUp(): boolean {
    const { command } = this;
    return command !== undefined && command.child.exitCode === null && command.child.signalCode === null;
  }

  /** Whether it has said that it works. */
  get isReady(): boolean {
    return this.isUp && this.programme.ready.test(this.output);
  }

  /** All that this life of it has said. */
  get output(): string {
    return this.command?.output ?? '';
  }

  /** Starts it and waits until it works; one that gives up is started again, as whatever supervises it would. */
  async start(): Promise<void> {
    const { args, environment, ready } = this.programme;
    this.gaveUp = [];
    for (const until = performance.now() + TRIES_FOR; performance.now() < until; await sleep(300)) {
      const began = performance.now();
      const command = watch(new Command(args, environment, this.program));
      this.command = command;
      // One that is slow is waited for: two processors may have more to do than that.
      await becomes(() => ready.test(command.output) || !this.isUp, until - began);
      const found = ready.exec(command.output);
      if (found !== null) {
        this.said = found[1] ?? found[0];
        return;
      }
      if (this.isUp) await this.end('SIGKILL');
      // Its last words come after its end.
      await command.ended;
      if (!AWAY.test(command.output)) this.strange.push(`${this.name} gave up: ${command.output.slice(-500)}`);
      this.gaveUp = [...this.gaveUp, `${((performance.now() - began) / 1_000).toFixed(1)} s: ${command.output.trim().split('\n').at(-1) ?? ''}`];
    }
    throw new Error(`${this.name} does not start: ${this.output.slice(-500)}`);
  }

  signal(name: NodeJS.Signals): void {
    this.command?.child.kill(name);
  }

  /** Ends it by this signal; what does not end in `patience` milliseconds is killed. Answers whether it ended by itself. */
  async end(signal: NodeJS.Signals, patience = 25_000): Promise<boolean> {
    const { command } = this;
    if (command === undefined || !this.isUp) return false;
    const ended = command.end(signal);
    const late = new AbortController();
    const isLate = sleep(patience, true, { signal: late.signal }).catch(() => false);
    const isOver = await Promise.race([ended.then(() => true), isLate.then(() => false)]);
    late.abort();
    if (!isOver) await command.end('SIGKILL');
    return isOver;
  }

  /** Waits until it says something of this form. */
  async hears(pattern: RegExp): Promise<string> {
    if (this.command === undefined) throw new Error(`${this.name} was not started`);
    return this.command.said(pattern);
  }
}
