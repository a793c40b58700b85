import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Assurance } from '../../../../libs/application/request.js';
import { type Connection, xinma, type XinmaClient } from '../../../../libs/client/index.js';
import { tokenAs } from '../../../issuer/issuer.js';
import { NODE_FLAGS } from './node-flags.js';
import { runningInstance } from './run-file.js';

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));

const STARTS_WITHIN = 30_000;

/** An instance in a process of its own, on a home of its own, so that it can be killed. Its output goes to `logs/server.log` in the home. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  constructor(
    readonly home: string,
    private readonly program: readonly string[] = [MAIN, 'start'],
  ) {}

  /** Starts it; resolves once it answers. Rejects where it ends or takes too long, with the place of its log. */
  async start(): Promise<void> {
    mkdirSync(join(this.home, 'logs'), { recursive: true });
    const log = openSync(this.log, 'a');
    const child = spawn(process.execPath, [...NODE_FLAGS, ...this.program], { env: { ...process.env, PORT: '', XINMA_HOME: this.home }, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    for (const until = Date.now() + STARTS_WITHIN; Date.now() < until; await pause(25)) {
      if (child.exitCode !== null) break;
      if (runningInstance(this.home)?.address !== undefined && runningInstance(this.home)?.pid === child.pid) return;
    }
    throw new Error(`the server did not start: see ${this.log}`);
  }

  private get log(): string {
    return join(this.home, 'logs', 'server.log');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Lets it finish what it is doing. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Where it is, and a token of somebody of the cast; without a name, none. */
  async access(name?: string, acr?: Assurance): Promise<Connection & { readonly token?: string | undefined }> {
    const { address, issuer } = runningInstance(this.home) ?? {};
    if (address === undefined || issuer === undefined) throw new Error('the server is not running');
    return { address, token: name === undefined ? undefined : await tokenAs(issuer, name, acr) };
  }

  /** Speaks to it as somebody of the cast; without a name, as nobody. */
  async as(name?: string, acr?: Assurance): Promise<XinmaClient> {
    return xinma(await this.access(name, acr));
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
