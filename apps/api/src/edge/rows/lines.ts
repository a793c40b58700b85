/** One row may be this long; a longer one is told from the others, and the rest goes on. */
export const MAX_LINE_BYTES = 16_384;

/** A row of a body: a line of NDJSON without its line feed, the cells of a CSV record by their columns, or what was too long to keep or is no record. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'too-long' | 'unreadable' };

const LINE_FEED = 0x0a;

/** Splits a body into lines, those that arrived together at once; holds no more than they need. Empty lines are left out; the last needs no line feed. */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let held: Held = NOTHING;
  for await (const chunk of body) {
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
  if (tooLong || bytes.length + more.length > MAX_LINE_BYTES) return TOO_LONG;
  return { bytes: bytes.length === 0 ? more : Buffer.concat([bytes, more]), tooLong: false };
}

function addLine(lines: Line[], { bytes, tooLong }: Held): void {
  if (tooLong) lines.push({ kind: 'too-long' });
  else if (bytes.length > 0) lines.push({ kind: 'line', bytes });
}
