import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { Problem } from './problem.js';

/** One row may be this long; a longer one is told from the others, and the rest goes on. */
export const MAX_LINE_BYTES = 16_384;

/** A whole body of lines may be this long. */
const MAX_BODY_BYTES = 268_435_456;

/** A line of NDJSON without its line feed, or one that was too long to keep. */
export type Line = { readonly kind: 'line'; readonly bytes: Uint8Array } | { readonly kind: 'too-long' };

const LINE_FEED = 0x0a;

/** Splits a body into lines, holding at most one. Empty lines are left out; the last needs no line feed. Throws `Problem` for a body that does not end. */
export async function* readLines(body: AsyncIterable<unknown>, limit = MAX_BODY_BYTES): AsyncGenerator<Line> {
  let held: Uint8Array = new Uint8Array();
  let tooLong = false;
  let total = 0;
  const flush = function* (): Generator<Line> {
    if (tooLong) yield { kind: 'too-long' };
    else if (held.length > 0) yield { kind: 'line', bytes: held };
    held = new Uint8Array();
    tooLong = false;
  };
  for await (const chunk of body) {
    let rest = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    total += rest.length;
    if (total > limit) throw new Problem('body-too-large');
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      ({ held, tooLong } = joined(held, tooLong, rest.subarray(0, end)));
      yield* flush();
      rest = rest.subarray(end + 1);
    }
    ({ held, tooLong } = joined(held, tooLong, rest));
  }
  yield* flush();
}

function joined(held: Uint8Array, tooLong: boolean, more: Uint8Array): { held: Uint8Array; tooLong: boolean } {
  if (tooLong || held.length + more.length > MAX_LINE_BYTES) return { held: new Uint8Array(), tooLong: true };
  return { held: Buffer.concat([held, more]), tooLong: false };
}

/** An answer of one JSON value per line, written as fast as the client takes it. */
export function ndjson(values: AsyncIterable<unknown>): StreamableFile {
  const text = async function* (): AsyncGenerator<string> {
    for await (const value of values) yield `${JSON.stringify(value)}\n`;
  };
  return new StreamableFile(Readable.from(text(), { objectMode: false }), { type: 'application/x-ndjson' });
}
