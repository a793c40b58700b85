import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { seemsStranded } from './postmaster.js';
import { dataIn, type Ground, hasNotEnded, type Started, startOn } from './server.js';

/** How long is waited after a start that failed, in milliseconds. */
const PAUSE = 2_000;

/** How often it is looked whether the server is stranded, in milliseconds, and how many looks in a row it has to seem so: then it is ended, and, if it does not hear that, after as many again killed. */
const LOOK = 1_000;
const LOOKS = 3;

/** What a supervisor says: the server ended by itself, takes connections again, or does not start (and is tried again). */
export type ServerNotice = 'ended' | 'restarted' | 'failed';

/** Starts a server again whenever it ends without being told, on the same socket: whoever speaks to it finds it there, recovered, with all that it acknowledged. */
export class Supervisor {
  private readonly told = new AbortController();
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly ground: Ground,
    private readonly notify: (notice: ServerNotice) => void,
  ) {}

  /** From now on this one is looked after. */
  watch({ socket, process }: Started): void {
    const ended = (): void => {
      if (this.told.signal.aborted) return;
      this.notify('ended');
      this.work = this.restart(socket);
    };
    if (hasNotEnded(process)) {
      process.once('exit', ended);
      this.lookAfter(process);
    } else ended();
  }

  /** Ends a server that is stranded: that it ended is heard of. */
  private lookAfter(server: ChildProcess): void {
    let stranded = 0;
    const timer = setInterval(() => {
      stranded = !this.told.signal.aborted && seemsStranded(dataIn(this.ground.folder), server) ? stranded + 1 : 0;
      if (stranded === LOOKS) server.kill('SIGQUIT');
      if (stranded === 2 * LOOKS) server.kill('SIGKILL');
    }, LOOK).unref();
    server.once('exit', () => clearInterval(timer));
  }

  /** Before the server is told to end. Resolves once no start is under way. */
  async stop(): Promise<void> {
    this.told.abort();
    await this.work;
  }

  private async restart(socket: string): Promise<void> {
    const { signal } = this.told;
    while (!signal.aborted) {
      try {
        this.watch(await startOn(this.ground, socket));
        this.notify('restarted');
        return;
      } catch {
        // Why stands in the server's own log.
        this.notify('failed');
        await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
