import { stripVTControlCharacters } from 'node:util';
import { accessFor } from '../../../apps/cli/src/feed/access.js';
import { sendBy } from '../../../apps/cli/src/feed/sending.js';
import { importFeed, type SendFeed } from '../../../apps/cli/src/import.js';
import { terminal } from '../../../apps/cli/src/feed/screen.js';

/** What the process that sends a feed tells at its end, on its last line. Times are milliseconds since 1970. */
export interface Sent {
  readonly code: number;
  /** When the first bytes were handed to the connection, and when the last verdict was taken. */
  readonly first: number;
  readonly last: number;
  /** The most memory it ever had, in MiB. */
  readonly peak: number;
  /** Processor time from its first byte to its last verdict, in microseconds. */
  readonly used: number;
  /** How many rows got which verdict, as it was shown. */
  readonly verdicts: Readonly<Record<string, number>>;
}

const now = (): number => performance.timeOrigin + performance.now();

/** The code of `xinma import` on one feed, with its times. */
async function main(url: string, feed: string): Promise<Sent> {
  const [access, verdicts] = [await accessFor(process.env, { url }, ''), new Map<string, number>()];
  let [first, last, used] = [0, 0, 0];
  const timed: SendFeed = async function* (body, how) {
    const before = process.cpuUsage();
    const begun = async function* (): AsyncGenerator<Uint8Array> {
      first = now();
      yield* body;
    };
    yield* sendBy(access)(begun(), how);
    last = now();
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  };
  const say = (line: string): void => {
    const [, rows, verdict] = /^ *(\d+) {2}([a-z-]+)$/.exec(stripVTControlCharacters(line)) ?? [];
    if (rows !== undefined && verdict !== undefined) verdicts.set(verdict, Number(rows));
  };
  const code = await importFeed(timed, { feed }, { say, progress: (line) => terminal.progress(line) });
  return { code, first, last, peak: process.resourceUsage().maxRSS / 1024, used, verdicts: Object.fromEntries(verdicts) };
}

const [, , url = '', feed = ''] = process.argv;
console.log(JSON.stringify(await main(url, feed)));
