import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RecordedEvent } from '../event-store/index.js';
import { writeDurably } from './durable.js';
import { lineOf, link } from './log-line.js';
import type { LogFile } from './manifest.js';

const zip = promisify(gzip);

/** A file is closed once its lines hold this many characters: an event more at most. */
export const FILE_SIZE = 8 * 1_048_576;

/** Files that are not part of a complete backup yet end in this. */
export const UNFINISHED = '.part';

/** Where the log of a backup goes on. */
export interface LogEnd {
  readonly files: number;
  readonly chain: string;
}

/** Writes events, in the order of their positions, into numbered files of bounded size; keeps at most one file in memory. */
export class LogWriter {
  readonly #written: LogFile[] = [];
  #lines: string[] = [];
  #size = 0;
  #first = 0n;
  #last = 0n;
  #chain: string;

  constructor(
    private readonly folder: string,
    private readonly end: LogEnd,
    private readonly fileSize = FILE_SIZE,
  ) {
    this.#chain = end.chain;
  }

  /** The chained hash over all events so far. */
  get chain(): string {
    return this.#chain;
  }

  /** Takes the next events. */
  async add(events: readonly RecordedEvent[]): Promise<void> {
    for (const event of events) {
      const line = lineOf(event);
      if (this.#lines.length === 0) this.#first = event.position;
      this.#lines.push(line);
      this.#size += line.length + 1;
      this.#last = event.position;
      this.#chain = link(this.#chain, line);
      if (this.#size >= this.fileSize) await this.#close();
    }
  }

  /** Ends the last file; answers with all that were written, under names that still end in `UNFINISHED`. */
  async finish(): Promise<readonly LogFile[]> {
    if (this.#lines.length > 0) await this.#close();
    return this.#written;
  }

  async #close(): Promise<void> {
    const bytes = await zip(`${this.#lines.join('\n')}\n`);
    const name = `${String(this.end.files + this.#written.length + 1).padStart(8, '0')}.ndjson.gz`;
    await writeDurably(join(this.folder, `${name}${UNFINISHED}`), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#written.push({ name, first: String(this.#first), last: String(this.#last), bytes: bytes.length, sha256, chain: this.#chain });
    this.#lines = [];
    this.#size = 0;
  }
}
