import { styleText } from 'node:util';

/** Where a command tells what it does. */
export interface Screen {
  /** A line that stays. */
  say(line: string): void;
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
}

/** The terminal that this process writes to. */
export const terminal: Screen = {
  say: (line) => process.stdout.write(`${process.stdout.isTTY ? '\r\u001B[K' : ''}${line}\n`),
  progress: (line) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${line}`);
  },
};

/** Coloured, where the terminal shows colours and the reader wants them. */
export const painted = (colour: 'green' | 'gray' | 'yellow' | 'red' | 'bold', text: string): string => styleText(colour, text);
