import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Structured log, one JSON object a line. Nothing of a person, no token, no body and no raw URL goes in. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Lines are written together, at most this many milliseconds late: a write for each request was a tenth of its cost. What is left is written when the process ends. */
const WRITTEN_EVERY = 250;
const WRITTEN_AT = 8_192;

/** Writes to `destination`, or to standard output. Made when something is said: a start that says nothing does not wait for it. */
export const createLog = (level: string, destination?: DestinationStream): Log => new LateLog(() => made(level, destination));

class LateLog implements Log {
  #log: Log | undefined;

  constructor(private readonly make: () => Log) {}

  get info(): Log['info'] {
    return this.#made.info;
  }

  get warn(): Log['warn'] {
    return this.#made.warn;
  }

  get error(): Log['error'] {
    return this.#made.error;
  }

  get #made(): Log {
    return (this.#log ??= bound(this.make()));
  }
}

/** Its methods, wherever they are called from. */
const bound = (log: Log): Log => ({ info: log.info.bind(log), warn: log.warn.bind(log), error: log.error.bind(log) });

const made = (level: string, destination: DestinationStream | undefined): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, destination ?? pino.destination({ dest: 1, sync: false, minLength: WRITTEN_AT, periodicFlush: WRITTEN_EVERY }));

interface Described {
  readonly error: string;
  readonly errorCode?: string;
  readonly stack: readonly string[];
  readonly cause?: Described;
}

/** An error without its message, which may carry values: name, code, and where it came from. */
export function describeError(thrown: unknown, depth = 0): Described {
  if (!(thrown instanceof Error)) return { error: typeof thrown, stack: [] };
  const stack = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).map((line) => line.trim());
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  return {
    error: thrown.name,
    ...(typeof code === 'string' ? { errorCode: code } : {}),
    stack,
    ...(thrown.cause === undefined || depth === 3 ? {} : { cause: describeError(thrown.cause, depth + 1) }),
  };
}

/** Lets the framework's warnings and errors into the log. Its messages may quote what it met: an error comes without. */
export class FrameworkLog implements LoggerService {
  constructor(private readonly to: Log) {}

  log(): void {
    // What it maps and starts is in the document.
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.to.warn({ context: rest.at(-1) }, String(message));
  }

  error(thrown: unknown, ...rest: unknown[]): void {
    this.to.error({ context: rest.at(-1), ...describeError(thrown) }, 'framework error');
  }
}
