import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endProcess, hasEnded } from './end-process.js';

const PROGRAM = fileURLToPath(new URL('../dev-api.js', import.meta.url));

/** In milliseconds. */
const PATIENCE = 1_000;

/** Where an API can be reached, and the development issuer. */
export interface Served {
  readonly address: string;
  readonly issuer?: string;
}

/** A process that has loaded what doesn't change, and waits to load and serve what does. */
export class WarmApi {
  private readonly child: ChildProcess;

  constructor(environment: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [PROGRAM], { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  /** Loads what was compiled last and serves it on this port. Undefined where it ended instead; it said why. */
  async serve(port: number): Promise<Served | undefined> {
    if (hasEnded(this.child)) return undefined;
    const over = new AbortController();
    const answer = once(this.child, 'message', { signal: over.signal }).then(([served]: Served[]) => served);
    const exit = once(this.child, 'exit', { signal: over.signal }).then(() => undefined);
    // Where it ends meanwhile, `exit` says so.
    this.child.send({ port }, () => undefined);
    try {
      return await Promise.race([answer, exit]);
    } finally {
      over.abort();
      await Promise.allSettled([answer, exit]);
    }
  }

  /** Lets it finish what is under way, though not for long: somebody waits for the change they made. */
  end(): Promise<void> {
    return endProcess(this.child, PATIENCE);
  }
}
