const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Hears when the process is told to end (Ctrl-C, SIGTERM, hang-up), from when it is made. Told again, the process ends at once: the next start recovers what is left. */
export class EndSignal {
  readonly #heard = new Set<NodeJS.Signals>();
  readonly #told = Promise.withResolvers<void>();

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.#hear);
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
    for (const signal of SIGNALS) process.off(signal, this.#hear);
  }

  #hear = (signal: NodeJS.Signals): void => {
    if (this.#heard.has(signal)) process.exit(130);
    this.#heard.add(signal);
    this.#told.resolve();
  };
}

/** Resolves when the process is told to end. Told again, it ends at once. */
export const untilTold = (): Promise<void> => new EndSignal().told;
