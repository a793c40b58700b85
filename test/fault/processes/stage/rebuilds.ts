import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from '../../../kit/command.js';
import { watch } from './watch.js';

/** Between two rebuilds, in milliseconds. */
const PAUSE = 3_000;

/** What a row of its report ends with where the new table is not the old one, byte for byte. */
const OTHER = /^.*[0-9a-f]{64} .*\d+ rows [0-9a-f]{64}.*$/m;

/** `xinma rebuild`, one after another while everything else goes on: the read models are made anew beside the live ones and swapped. */
export class Rebuilds {
  /** How many came to their end, and how many were cut short by what else was going on. */
  readonly counts = { done: 0, cut: 0 };
  /** Of those whose tables were not what the live ones were. */
  readonly differing: string[] = [];

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.once();
      await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
    }
  }

  /** True where it came to its end and nothing differed. */
  async once(): Promise<boolean> {
    const command = watch(new Command(['rebuild'], this.environment));
    const code = await command.end();
    const differs = OTHER.exec(command.output)?.[0];
    if (differs !== undefined) this.differing.push(differs);
    this.counts[code === 0 ? 'done' : 'cut'] += 1;
    return code === 0;
  }
}
