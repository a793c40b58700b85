import { type FileRow, type Form, RowCutter } from './rows.js';

/** What was given is no feed. */
export class Unreadable extends Error {}

/** Some rows of a file, as one body; CSV with the file's header in front. */
export interface Slice {
  readonly body: Blob;
  readonly rows: readonly FileRow[];
  /** Bytes of the file that were read so far. */
  readonly read: number;
}

/** The header of CSV; undefined in NDJSON. */
export interface Feed {
  readonly form: Form;
  header: FileRow | undefined;
}

/** Rows in one slice: the server judges and writes them together, and the tally moves on with each. */
const TOGETHER = 100;

const NEW_LINE = Uint8Array.of(0x0a);

/** How a file is written, by its name. */
export const formOf = (name: string): Form => (/\.csv(\.gz)?$/i.test(name) ? 'csv' : 'ndjson');

/** A file in slices, unpacked where it is packed by gzip. A browser sends no body piece by piece without HTTP/2; and what was taken of a slice stays, whatever becomes of the next. */
export async function* slicesOf(file: Blob, feed: Feed): AsyncGenerator<Slice> {
  const cutter = new RowCutter(feed.form);
  let [rows, read]: [FileRow[], number] = [[], 0];
  try {
    for await (const piece of piecesOf(file, (bytes) => (read += bytes))) {
      rows.push(...bodyRows(feed, cutter.push(piece)));
      for (; rows.length >= TOGETHER; rows = rows.slice(TOGETHER)) yield sliceOf(feed, rows.slice(0, TOGETHER), read);
    }
    rows.push(...bodyRows(feed, cutter.end()));
  } catch (cause) {
    throw new Unreadable('the file is no feed', { cause });
  }
  // A header alone is sent, too: the server says what is wrong with it.
  yield sliceOf(feed, rows, read);
}

/** The rows behind the header, which is kept where there is one to come. */
function bodyRows(feed: Feed, rows: readonly FileRow[]): readonly FileRow[] {
  const [first, ...others] = rows;
  if (feed.form !== 'csv' || feed.header !== undefined || first === undefined) return rows;
  feed.header = withoutMark(first);
  return others;
}

const sliceOf = ({ header }: Feed, rows: readonly FileRow[], read: number): Slice => ({
  rows,
  read,
  body: new Blob([...(header === undefined ? [] : [header]), ...rows].flatMap(({ bytes }) => [bytes, NEW_LINE])),
});

/** A byte order mark belongs to the file, not to the first column's name. */
const withoutMark = ({ line, bytes }: FileRow): FileRow => ({ line, bytes: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(3) : bytes });

async function* piecesOf(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, out) => {
        onRead(piece.length);
        out.enqueue(piece);
      },
    }),
  );
  const reader = ((await isPacked(file)) ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** RFC 1952: by its first two bytes. */
async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}
