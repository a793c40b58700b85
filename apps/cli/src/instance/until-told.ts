const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often it is looked whether npm is still there, in milliseconds. */
const LOOK = 500;

/** Hears when the process is told to end (Ctrl-C, SIGTERM, hang-up), from when it is made. Told again, the process ends at once: the next start recovers what is left. */
export class EndSignal {
  readonly #heard = new Set<NodeJS.Signals | 'npm is gone'>();
  readonly #told = Promise.withResolvers<void>();
  readonly #look: NodeJS.Timeout | undefined;

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.#hear);
    this.#look = whenNpmIsGone(() => this.#tell('npm is gone'));
  }

  /** Resolves when it is told. */
  get told(): Promise<void> {
    return this.#told.promise;
  }

  /** Whether it was told already. */
  get wasTold(): boolean {
    return this.#heard.size > 0;
  }

  /** Hears no more: a signal ends the process as it does where nobody listens. */
  ignore(): void {
    clearInterval(this.#look);
    for (const signal of SIGNALS) process.off(signal, this.#hear);
  }

  #hear = (signal: NodeJS.Signals): void => {
    if (this.#heard.has(signal)) process.exit(130);
    this.#tell(signal);
  };

  #tell(by: NodeJS.Signals | 'npm is gone'): void {
    this.#heard.add(by);
    this.#told.resolve();
  }
}

/** npm passes a signal on to the shell that runs the script, and shells end by it without a word to what they run: the database would go on with nobody to stop it. Seen by the parent, which is another one then. */
function whenNpmIsGone(tell: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell();
  }, LOOK);
  return look.unref();
}

/** Resolves when the process is told to end. Told again, it ends at once. */
export const untilTold = (): Promise<void> => new EndSignal().told;
