import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../../libs/kernel/index.js';
import { movedRow } from './as-of.js';
import type { Piece, Reading } from './piece.js';
import type { RowSplitter } from './row-splitter.js';
import { Stopped } from './stopped.js';

/** In milliseconds. `quiet`: how long nothing comes before a body ends; `longest`: how long one goes on. */
const PATIENCE = { quiet: 2_000, longest: 60_000 };

const LINE_FEED = Buffer.from('\n');

const NEVER = new AbortController().signal;

/**
 * Reads the standard input, which may be slow and say nothing for hours, while no server waits for the rest of a body for ever and no token is good for so long. So a body pauses
 * where nothing comes for a while, and where it has gone on for long; each holds whole rows, behind the header of a table. Where it is `over`, the first
 * such pause is its end, and it rejects with `Stopped`: whoever writes on hears that nobody reads.
 */
export async function* piecesOfInput(input: AsyncIterable<Buffer>, splitter: RowSplitter, { asOf, over = NEVER, patience = PATIENCE }: Reading & { readonly patience?: typeof PATIENCE } = {}): AsyncGenerator<Piece> {
  const bodies = new Bodies(splitter, asOf);
  for await (const chunk of chunksOf(input, new Waiting(patience, over))) yield chunk === 'pause' ? bodies.pause() : bodies.piece(splitter.push(chunk), chunk.length);
  yield bodies.last();
  if (over.aborted) throw new Stopped();
}

/** Makes pieces of rows, for bodies that each begin with the header where there is one. */
class Bodies {
  private begins = true;
  private began = false;

  constructor(
    private readonly splitter: RowSplitter,
    private readonly asOf: Instant | undefined,
  ) {}

  piece(cut: readonly Uint8Array[], read: number): Piece {
    const { asOf, splitter: { header } } = this;
    const rows = asOf === undefined ? cut : cut.map((row) => movedRow(row, asOf));
    const lines = header !== undefined && this.begins && rows.length > 0 ? [header, ...rows] : rows;
    if (rows.length > 0) [this.begins, this.began] = [false, true];
    return { wire: Buffer.concat(lines.flatMap((line) => [line, LINE_FEED])), rows, read };
  }

  pause(): Piece {
    this.begins = true;
    return { wire: Buffer.alloc(0), rows: [], read: 0, pause: true };
  }

  /** What no line feed ended: of a table that may be a row that ends with it only. A table without rows is its header. */
  last(): Piece {
    const { wire, rows, read } = this.piece(this.splitter.end(), 0);
    if (rows.length > 0) return { wire: wire.subarray(0, -1), rows, read };
    return { wire: this.began ? wire : Buffer.from(this.splitter.header ?? wire), rows, read };
  }
}

type Chunk = IteratorResult<Buffer, unknown>;

async function* chunksOf(input: AsyncIterable<Buffer>, waiting: Waiting): AsyncGenerator<Buffer | 'pause'> {
  const chunks = input[Symbol.asyncIterator]();
  let next: Promise<Chunk> = chunks.next();
  for (let came = await waiting.for(next); came !== undefined; came = await waiting.for(next)) {
    yield came;
    if (came === 'pause') continue;
    next = chunks.next();
    // It may fail before anybody waits for it.
    next.catch(() => undefined);
  }
}

/** Waits for what comes: a pause where nothing does for a while after something did, and where that goes on for long. Once it is `over`, the next pause is the end. */
class Waiting {
  private until: number | undefined;
  private readonly told: Promise<'pause'>;

  constructor(
    private readonly patience: typeof PATIENCE,
    private readonly over: AbortSignal,
  ) {
    this.told = new Promise((resolve) => over.addEventListener('abort', () => resolve('pause'), { once: true }));
  }

  /** Undefined at the end. */
  async for(next: Promise<Chunk>): Promise<Buffer | 'pause' | undefined> {
    const isOver = this.over.aborted;
    const came = await this.either(next, isOver);
    if (came === 'pause') {
      this.until = undefined;
      return isOver ? undefined : came;
    }
    this.until ??= Date.now() + this.patience.longest;
    return came.done === true ? undefined : came.value;
  }

  private either(next: Promise<Chunk>, isOver: boolean): Promise<Chunk | 'pause'> {
    const { quiet } = this.patience;
    if (isOver) return orPause(next, quiet);
    return this.until === undefined ? Promise.race([next, this.told]) : orPause(next, Math.min(quiet, this.until - Date.now()));
  }
}

async function orPause(next: Promise<Chunk>, milliseconds: number): Promise<Chunk | 'pause'> {
  const settled = new AbortController();
  try {
    return await Promise.race([next, sleep(Math.max(0, milliseconds), 'pause' as const, { signal: settled.signal })]);
  } finally {
    settled.abort();
  }
}
