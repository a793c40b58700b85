import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PostgresEventStoreSettings } from '../../../libs/event-store-postgres/index.js';
import type { Told } from './child.js';
import type { Turn, Written } from './writers.js';

/** A process that appends when it is told to. */
export class Appending {
  private constructor(private readonly child: ChildProcess) {}

  static async start(open: PostgresEventStoreSettings): Promise<Appending> {
    const profile = process.env['XINMA_BENCH_PROFILE'];
    const appending = new Appending(fork(fileURLToPath(new URL('child.js', import.meta.url)), { execArgv: profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`] }));
    await appending.ask({ open });
    return appending;
  }

  async write(turn: Turn): Promise<Written> {
    return (await this.ask({ turn })) as Written;
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.send('end' satisfies Told);
    await ended;
  }

  private async ask(told: Told): Promise<unknown> {
    const gone = new AbortController();
    const exit = once(this.child, 'exit', { signal: gone.signal }).then(() => {
      throw new Error('an appending process ended');
    });
    const answered = once(this.child, 'message', { signal: gone.signal });
    this.child.send(told);
    try {
      const [answer] = (await Promise.race([answered, exit])) as unknown[];
      return answer;
    } finally {
      gone.abort();
      exit.catch(() => undefined);
      answered.catch(() => undefined);
    }
  }
}
