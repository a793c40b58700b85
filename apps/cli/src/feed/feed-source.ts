import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Instant } from '../../../../libs/kernel/index.js';
import { movedRow } from './as-of.js';
import { type FeedForm, RowSplitter } from './row-splitter.js';
import type { Piece, Reading } from './piece.js';
import { piecesOfInput } from './standard-input.js';
import { Unzip } from './unzip.js';

/** A feed: a file, or the standard input. */
export interface FeedSource {
  /** `-` for the standard input. */
  readonly path: string;
  readonly form: FeedForm;
  readonly gzip: boolean;
  /** Bytes as they are stored; undefined where nobody knows. */
  readonly size: number | undefined;
}

/** In either case: many a program writes `.CSV`, and in a folder it would be passed over in silence. */
const NAMED = /^(.*?)(?:\.(ndjson|csv))(\.gz)?$/i;

/** Whether a file in a folder of feeds is one: what an import left beside it to be mended is not. */
export const isFeedName = (name: string): boolean => NAMED.test(name) && !/\.rejected(?:-\d+)?\./.test(name);

/** The feeds that a path names: a file by its ending (`.ndjson`, `.csv`, each also `.gz`), a folder's all, in order of their names; `-`: the standard input. */
export function feedsAt(path: string, form: FeedForm = 'ndjson'): readonly FeedSource[] {
  if (path === '-') return [{ path, form, gzip: false, size: undefined }];
  if (!statSync(path).isDirectory()) return [feedOf(path)];
  const feeds = readdirSync(path).filter(isFeedName);
  if (feeds.length === 0) throw new Error(`${path} holds no .ndjson and no .csv, nor one with .gz`);
  return feeds.toSorted().map((name) => feedOf(join(path, name)));
}

function feedOf(path: string): FeedSource {
  const [, , ending, zipped] = NAMED.exec(path) ?? [];
  const form = ending?.toLowerCase();
  if (form !== 'ndjson' && form !== 'csv') throw new Error(`${path} should end in .ndjson or .csv, or one of them and .gz`);
  return { path, form, gzip: zipped !== undefined, size: statSync(path).size };
}

/** Where the rows of a feed go that have to be sent again: beside it, or here. */
export function rejectedBeside({ path, form }: FeedSource): string {
  const stem = path === '-' ? 'feed' : (NAMED.exec(basename(path))?.[1] ?? basename(path));
  return join(path === '-' ? '.' : dirname(path), `${stem}.rejected.${form}`);
}

// Small enough that even bytes which swell a thousandfold fit into memory.
const [PLAIN, ZIPPED] = [65_536, 16_384];

/** Reads a feed piece by piece. The splitter tells the header. */
export async function* piecesOf({ path, gzip }: FeedSource, splitter: RowSplitter, { asOf, over }: Reading = {}): AsyncGenerator<Piece> {
  if (path === '-') {
    yield* piecesOfInput(process.stdin, splitter, { asOf, over });
    return;
  }
  const source = createReadStream(path, { highWaterMark: gzip ? ZIPPED : PLAIN });
  const unzip = gzip ? new Unzip() : undefined;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    const rows = (unzip === undefined ? [chunk] : await unzip.push(chunk)).flatMap((plain) => splitter.push(plain));
    yield pieceOf(chunk, rows, asOf);
  }
  const last = unzip === undefined ? [] : (await unzip.end()).flatMap((plain) => splitter.push(plain));
  yield pieceOf(Buffer.alloc(0), [...last, ...splitter.end()], asOf);
}

function pieceOf(chunk: Buffer, rows: readonly Uint8Array[], asOf: Instant | undefined): Piece {
  if (asOf === undefined) return { wire: chunk, rows, read: chunk.length };
  const moved = rows.map((row) => movedRow(row, asOf));
  return { wire: Buffer.concat(moved.flatMap((row) => [row, Buffer.from('\n')])), rows: moved, read: chunk.length };
}
