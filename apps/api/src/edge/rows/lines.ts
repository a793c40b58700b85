import { withoutMark } from './mark.js';

/** One row may be this long; a longer one is told from the others, and the rest goes on. */
export const MAX_LINE_BYTES = 16_384;

/** A row of a body: a line of NDJSON without its line feed, the cells of a CSV record by their columns, or what was too long to keep or is no record. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'too-long' | 'unreadable' };

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/**
 * Splits a body into lines, those that arrived together at once; holds no more than they need. A byte order mark in front and a carriage return before a line feed are passed
 * over, empty lines left out; the last needs no line feed.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let held: Held = NOTHING;
  for await (const chunk of withoutMark(body)) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      addLine(lines, joined(held, chunk.subarray(start, end)));
      held = NOTHING;
      start = end + 1;
    }
    held = joined(held, chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  const last: Line[] = [];
  addLine(last, held);
  if (last.length > 0) yield last;
}

/** The beginning of a line. */
interface Held {
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

const NOTHING: Held = { bytes: new Uint8Array(), tooLong: false };

const TOO_LONG: Held = { bytes: NOTHING.bytes, tooLong: true };

function joined({ bytes, tooLong }: Held, more: Uint8Array): Held {
  // One more: it may be a carriage return, which is no part of the line.
  if (tooLong || bytes.length + more.length > MAX_LINE_BYTES + 1) return TOO_LONG;
  return { bytes: bytes.length === 0 ? more : Buffer.concat([bytes, more]), tooLong: false };
}

function addLine(lines: Line[], { bytes, tooLong }: Held): void {
  const line = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  if (tooLong || line.length > MAX_LINE_BYTES) lines.push({ kind: 'too-long' });
  else if (line.length > 0) lines.push({ kind: 'line', bytes: line });
}
