import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { Problem } from './problem.js';

/** One row may be this long; a longer one is told from the others, and the rest goes on. */
export const MAX_LINE_BYTES = 16_384;

/** A whole body of lines may be this long, unpacked: a city's worst day is twelve million rows. Nothing of it is kept, so the bound is only against bodies without end. */
const MAX_BODY_BYTES = 8 * 1_073_741_824;

/** A line of NDJSON without its line feed, or one that was too long to keep. */
export type Line = { readonly kind: 'line'; readonly bytes: Uint8Array } | { readonly kind: 'too-long' };

const LINE_FEED = 0x0a;

/**
 * Splits a body into lines, those that arrived together at once; holds no more than they need. Empty lines are left out; the last needs no line feed. Throws
 * `Problem` for a body that does not end.
 */
export async function* readLines(body: AsyncIterable<unknown>, limit = MAX_BODY_BYTES): AsyncGenerator<readonly Line[]> {
  let held: Held = NOTHING;
  let total = 0;
  for await (const chunk of body) {
    let rest = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    total += rest.length;
    if (total > limit) throw new Problem('body-too-large');
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

/** Pages of one, for values that come one by one. */
export async function* eachAlone<T>(values: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  for await (const value of values) yield [value];
}

/** An answer of one JSON value per line, those of a page together, written as fast as the client takes it. */
export function ndjson(pages: AsyncIterable<readonly unknown[]>): StreamableFile {
  const text = async function* (): AsyncGenerator<string> {
    for await (const page of pages) yield page.map((value) => `${JSON.stringify(value)}\n`).join('');
  };
  return new StreamableFile(Readable.from(text(), { objectMode: false }), { type: 'application/x-ndjson' });
}
