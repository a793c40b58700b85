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
    let rest = chunk;
    const lines: Line[] = [];
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      lines.push(...lineOf(joined(held, rest.subarray(0, end))));
      held = NOTHING;
      rest = rest.subarray(end + 1);
    }
    held = joined(held, rest);
    if (lines.length > 0) yield lines;
  }
  const last = lineOf(held);
  if (last.length > 0) yield last;
}

/** The beginning of a line. */
interface Held {
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

const NOTHING: Held = { bytes: new Uint8Array(), tooLong: false };

function joined({ bytes, tooLong }: Held, more: Uint8Array): Held {
  if (tooLong || bytes.length + more.length > MAX_LINE_BYTES) return { bytes: NOTHING.bytes, tooLong: true };
  return { bytes: bytes.length === 0 ? more : Buffer.concat([bytes, more]), tooLong: false };
}

function lineOf({ bytes, tooLong }: Held): readonly Line[] {
  if (tooLong) return [{ kind: 'too-long' }];
  return bytes.length === 0 ? [] : [{ kind: 'line', bytes }];
}
