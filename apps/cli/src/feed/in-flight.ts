import type { Piece } from './piece.js';

/** The most that is sent before its verdicts are there: reading stops until some are. Above any page that a server judges at once. */
const MOST_ROWS = 20_000;
const MOST_BYTES = 32 * 1_048_576;

/** A feed on its way: what goes over the wire, and the rows that have no verdict yet, oldest first. Memory is bounded by what may be under way. */
export class InFlight {
  /** Bytes of the source so far. */
  read = 0;
  private waiting: Uint8Array[] = [];
  private first = 0;
  private bytes = 0;
  private over = false;
  /** True from where a body pauses until the next one. */
  private paused = false;
  /** Read, and not sent yet. */
  private ahead: Piece | undefined;
  private stopped = false;
  private reading: Promise<unknown> = Promise.resolve();
  /** There while somebody waits for a change. */
  private changed: PromiseWithResolvers<void> | undefined;

  constructor(private readonly pieces: AsyncGenerator<Piece>) {}

  /** Before each body: waits for something to send; false where all was. */
  async hasMore(): Promise<boolean> {
    do this.ahead = await this.more();
    while (this.ahead?.wire.length === 0);
    return this.ahead !== undefined;
  }

  /** A body, up to where it pauses or the feed ends: read as fast as it is taken, and no faster than verdicts come. */
  async *body(): AsyncGenerator<Uint8Array> {
    this.paused = false;
    for (;;) {
      while (this.isFull() && !this.stopped) await this.change();
      const piece = this.stopped ? undefined : await this.next();
      if (piece === undefined || piece.pause === true) break;
      if (piece.wire.length > 0) yield piece.wire;
    }
    this.paused = true;
    this.tell();
  }

  /** The oldest row without a verdict, which now has one; undefined where there is none and none will come. */
  async take(): Promise<Uint8Array | undefined> {
    while (this.first === this.waiting.length && !this.over && !this.paused) await this.change();
    return this.shift();
  }

  /** The same where it is there already; undefined where `take` has to wait for it. */
  takeNow(): Uint8Array | undefined {
    return this.shift();
  }

  /** After the end, whatever it was: the rows without a verdict, also those that were not read yet. Rejects behind them where not all can be read. */
  async *unanswered(): AsyncGenerator<Uint8Array> {
    this.stopped = true;
    this.tell();
    const faults: unknown[] = [];
    for (let more = true; more; ) {
      // The body may have been reading the last piece: what is there is told after each look for more.
      try {
        more = (await this.more()) !== undefined;
      } catch (error) {
        faults.push(error);
        more = false;
      }
      for (let row = this.shift(); row !== undefined; row = this.shift()) yield row;
    }
    for (const fault of faults) throw fault;
  }

  private async next(): Promise<Piece | undefined> {
    const piece = this.ahead ?? (await this.more());
    this.ahead = undefined;
    return piece;
  }

  private isFull(): boolean {
    return this.waiting.length - this.first > MOST_ROWS || this.bytes > MOST_BYTES;
  }

  private shift(): Uint8Array | undefined {
    const row = this.waiting[this.first];
    if (row === undefined) return undefined;
    this.first += 1;
    this.bytes -= row.length;
    if (this.first === 1_000) {
      this.waiting = this.waiting.slice(this.first);
      this.first = 0;
    }
    this.tell();
    return row;
  }

  /** One piece after the other, whoever asks. */
  private more(): Promise<Piece | undefined> {
    const before = this.reading;
    const next = (async () => {
      await before.catch(() => undefined);
      return this.readPiece();
    })();
    this.reading = next;
    return next;
  }

  private async readPiece(): Promise<Piece | undefined> {
    try {
      const { value, done } = await this.pieces.next();
      if (done === true) this.over = true;
      else this.admit(value);
      return done === true ? undefined : value;
    } catch (error) {
      this.over = true;
      throw error;
    } finally {
      this.tell();
    }
  }

  private admit({ rows, read }: Piece): void {
    this.read += read;
    for (const row of rows) {
      this.waiting.push(row);
      this.bytes += row.length;
    }
  }

  private change(): Promise<void> {
    this.changed ??= Promise.withResolvers();
    return this.changed.promise;
  }

  private tell(): void {
    this.changed?.resolve();
    this.changed = undefined;
  }
}
