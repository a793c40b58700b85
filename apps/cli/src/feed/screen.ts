import { styleText } from 'node:util';

/** Where a command tells what it does. */
export interface Screen {
  /** A line that stays. */
  say(line: string): void;
  /** A line that the next one replaces; where nobody watches, one now and then. */
  progress(line: string): void;
}

/** A stream that lines are shown on. */
export interface Shown {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two lines of progress: redrawn in place for people, kept for files. */
const REDRAWN = 100;
const KEPT = 10_000;

/** A screen on `out`. */
export function screenOn(out: Shown, now: () => number = () => performance.now()): Screen {
  const watched = out.isTTY === true;
  let last = watched ? -Infinity : now();
  return {
    say: (line) => out.write(`${watched ? '\r\u001B[K' : ''}${line}\n`),
    progress: (line) => {
      if (now() - last < (watched ? REDRAWN : KEPT)) return;
      last = now();
      out.write(watched ? `\r\u001B[K${line}` : `${line}\n`);
    },
  };
}

/** The terminal that this process writes to. */
export const terminal: Screen = screenOn(process.stdout);

/** Coloured, where the terminal shows colours and the reader wants them. */
export const painted = (colour: 'green' | 'gray' | 'yellow' | 'red' | 'bold', text: string): string => styleText(colour, text);
