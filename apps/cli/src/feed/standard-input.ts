import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../../libs/kernel/index.js';
import { movedRow } from './as-of.js';
import type { Piece } from './feed-source.js';
import type { RowSplitter } from './row-splitter.js';

/** In milliseconds. `quiet`: how long nothing comes before a body ends; `longest`: how long one goes on. */
const PATIENCE = { quiet: 2_000, longest: 60_000 };

const LINE_FEED = Buffer.from('\n');

const PAUSE = { value: 'pause', done: false } as const;

/**
 * Reads the standard input, which may be slow and say nothing for hours, while no server waits for the rest of a body for ever and no token is good for so long. So a body pauses
 * where nothing comes for a while, and where it has gone on for long; each holds whole rows, behind the header of a table.
 */
export async function* piecesOfInput(input: AsyncIterable<Buffer>, splitter: RowSplitter, asOf?: Instant, patience = PATIENCE): AsyncGenerator<Piece> {
  let begins = true;
  let began = false;
  const pieceOf = (cut: readonly Uint8Array[], read: number): Piece => {
    const rows = asOf === undefined ? cut : cut.map((row) => movedRow(row, asOf));
    const { header } = splitter;
    const lines = header !== undefined && begins && rows.length > 0 ? [header, ...rows] : rows;
    begins = begins && rows.length === 0;
    began = began || rows.length > 0;
    return { wire: Buffer.concat(lines.flatMap((line) => [line, LINE_FEED])), rows, read };
  };
  for await (const chunk of chunksOf(input, patience)) {
    if (chunk !== 'pause') yield pieceOf(splitter.push(chunk), chunk.length);
    else {
      begins = true;
      yield { wire: Buffer.alloc(0), rows: [], read: 0, pause: true };
    }
  }
  const { wire, rows, read } = pieceOf(splitter.end(), 0);
  // The last row may lack its line feed: that of a table may be one that ends with it only. A table without rows is its header.
  yield { wire: rows.length > 0 ? wire.subarray(0, -1) : began ? wire : Buffer.from(splitter.header ?? wire), rows, read };
}

/** What comes, as it comes; `pause` where nothing did for a while after something had, and where that goes on for long. */
async function* chunksOf(input: AsyncIterable<Buffer>, { quiet, longest }: typeof PATIENCE): AsyncGenerator<Buffer | 'pause'> {
  const chunks = input[Symbol.asyncIterator]();
  let until: number | undefined;
  for (let next = chunks.next(); ; ) {
    const came: IteratorResult<Buffer | 'pause'> = until === undefined ? await next : await orPause(next, Math.min(quiet, until - Date.now()));
    if (came.done === true) return;
    yield came.value;
    if (came.value === 'pause') until = undefined;
    else {
      until ??= Date.now() + longest;
      next = chunks.next();
      // It may fail before anybody waits for it.
      next.catch(() => undefined);
    }
  }
}

async function orPause<T>(next: Promise<T>, milliseconds: number): Promise<T | typeof PAUSE> {
  const over = new AbortController();
  try {
    return await Promise.race([next, sleep(Math.max(0, milliseconds), PAUSE, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
