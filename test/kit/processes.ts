import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { tokenAs } from '../../apps/issuer/issuer.js';
import { PROGRAM } from './program.js';

/** A whole instance in a process of its own and a second API process beside it, on a home of their own. */
export class TwoProcesses {
  private readonly home = mkdtempSync(join(tmpdir(), 'xinma-two-'));
  private second: ChildProcess | undefined;
  readonly server = new ServerProcess(this.home, [PROGRAM, 'start']);
  addresses: readonly string[] = [];

  async start(): Promise<void> {
    await this.server.start();
    const second = spawn(process.execPath, [PROGRAM, 'api'], { env: { ...process.env, PORT: '', XINMA_HOME: this.home }, stdio: ['ignore', 'pipe', 'inherit'] });
    this.second = second;
    this.addresses = [runningInstance(this.home)?.address ?? '', await addressOf(second)];
  }

  token(name: string): Promise<string> {
    return tokenAs(runningInstance(this.home)?.issuer ?? '', name);
  }

  async stop(): Promise<void> {
    const { second } = this;
    if (second !== undefined && second.exitCode === null) {
      const ended = new Promise((ends) => second.once('exit', ends));
      second.kill('SIGTERM');
      await ended;
    }
    await this.server.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface(child.stdout)) {
    const address = /running on (\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      // Nobody reads on: what is said from here on must not fill the pipe.
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('the second API process did not start');
}
