import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NODE_FLAGS } from '../../../apps/cli/src/instance/node-flags.js';
import type { Connections } from '../../../libs/embedded-postgres/index.js';
import type { Answers, Asked } from './child.js';

/** A process of the bench on one database. Asked one thing at a time. */
export class Helper {
  private readonly child: ChildProcess;

  constructor(connections: Connections) {
    const profile = process.env['XINMA_BENCH_PROFILE'];
    const profiled = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    this.child = fork(fileURLToPath(new URL('./child.js', import.meta.url)), { execArgv: [...NODE_FLAGS, ...profiled], env: { ...process.env, BENCH_CONNECTIONS: JSON.stringify(connections) } });
  }

  /** The answer. Rejects where the work failed, or the process is gone. */
  ask<A extends Asked>(asked: A): Promise<Answers[A['ask']]> {
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error(`the process that was asked to ${asked.ask} ended`));
      this.child.once('exit', gone);
      this.child.once('message', (message) => {
        this.child.off('exit', gone);
        const { answer, error } = message as { answer?: Answers[A['ask']]; error?: string };
        if (answer === undefined) reject(new Error(error));
        else resolve(answer);
      });
      this.child.send(asked);
    });
  }

  /** Ends it. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.send('end');
    await ended;
  }
}
