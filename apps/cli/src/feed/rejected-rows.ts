import { randomBytes } from 'node:crypto';
import { accessSync, closeSync, constants, existsSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode, knowsNoLinks } from '../file-errors.js';

/** Files that rows which were not taken are kept in: the rows themselves, and a table of `row` (counted there), `line` (counted in the feed) and verdict. */
export interface Kept {
  readonly rows: number;
  readonly file: string;
  readonly verdicts: string;
}

const BUFFERED = 262_144;

/**
 * Rows to mend and send again, exactly as they were sent, in the form of their feed. The files appear when they are whole, readable for their owner only, and
 * only where there is a row for them. A file that is there already is never touched: it may be half mended.
 */
export class RejectedRows {
  private rows: Part | undefined;
  private verdicts: Part | undefined;
  private count = 0;

  private constructor(
    private readonly wanted: string,
    private readonly numbered: boolean,
  ) {}

  /** Named by the caller. Throws where that file exists, or can't be made. */
  static at(file: string): RejectedRows {
    // A variable of a script that is not set: it would be heard of when all rows are judged, and what was not taken is lost.
    if (file === '') throw new Error('--rejected is empty: name a file, or leave it out');
    if (existsSync(file) || existsSync(verdictsOf(file))) throw new Error(`${file} is there already: rows of another import, perhaps half mended`);
    return new RejectedRows(assertWritable(file), false);
  }

  /** Under this name or, where it is taken, the next: `feed.rejected-2.ndjson`. Throws where the folder can't be written. */
  static from(file: string): RejectedRows {
    return new RejectedRows(assertWritable(file), true);
  }

  /** `header`: the first line of a feed that has one. */
  add(row: Uint8Array, line: number, verdict: string, header?: Uint8Array): void {
    if (this.rows === undefined || this.verdicts === undefined) {
      this.rows = new Part(this.wanted);
      this.verdicts = new Part(verdictsOf(this.wanted));
      this.verdicts.add(Buffer.from('row\tline\tverdict'));
      if (header !== undefined) this.rows.add(header);
    }
    this.count += 1;
    this.rows.add(row);
    this.verdicts.add(Buffer.from(`${this.count}\t${line}\t${verdict}`));
  }

  /** Gives the files their names; undefined where nothing was rejected. */
  finish(): Kept | undefined {
    if (this.rows === undefined || this.verdicts === undefined) return undefined;
    for (let turn = 1; ; turn += 1) {
      const file = turn === 1 ? this.wanted : this.wanted.replace(/(\.[a-z]+)?$/, `-${turn}$1`);
      if (existsSync(verdictsOf(file)) || !this.rows.publish(file)) {
        if (this.numbered) continue;
        throw new Error(`${file} was made by somebody else meanwhile: the rows are in ${this.rows.path}`);
      }
      this.verdicts.publish(verdictsOf(file));
      this.discard();
      return { rows: this.count, file, verdicts: verdictsOf(file) };
    }
  }

  /** Leaves nothing behind. */
  discard(): void {
    this.rows?.remove();
    this.verdicts?.remove();
    this.rows = undefined;
    this.verdicts = undefined;
  }
}

const verdictsOf = (file: string): string => `${file}.tsv`;

function assertWritable(file: string): string {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Error(`rows that are not taken would go to ${file}, which can't be made there: name another place with --rejected`);
  }
  return file;
}

/** False where the name is taken. */
function unlessTaken(give: () => void): boolean {
  try {
    give();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** A file on its way. */
class Part {
  readonly path: string;
  private readonly descriptor: number;
  private buffered: Uint8Array[] = [];
  private bytes = 0;

  constructor(file: string) {
    // Not by the process's number: in containers each has the same, and one that was killed leaves its file behind.
    this.path = `${file}.partial-${randomBytes(4).toString('hex')}`;
    this.descriptor = openSync(this.path, 'wx', 0o600);
  }

  add(line: Uint8Array): void {
    this.buffered.push(line, Buffer.from('\n'));
    this.bytes += line.length + 1;
    if (this.bytes > BUFFERED) this.flush();
  }

  /** False where the name is taken: a link, unlike a rename, replaces nothing. */
  publish(file: string): boolean {
    this.flush();
    return unlessTaken(() => {
      try {
        linkSync(this.path, file);
      } catch (error) {
        if (!knowsNoLinks(error)) throw error;
        this.moveTo(file);
      }
    });
  }

  /** The name is taken before it is given: for that moment it is an empty file's. */
  private moveTo(file: string): void {
    closeSync(openSync(file, 'wx', 0o600));
    renameSync(this.path, file);
  }

  remove(): void {
    closeSync(this.descriptor);
    rmSync(this.path, { force: true });
  }

  private flush(): void {
    const bytes = Buffer.concat(this.buffered);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    this.buffered = [];
    this.bytes = 0;
  }
}
