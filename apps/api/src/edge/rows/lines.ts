import { withoutMark } from './mark.js';

/** One row may be this long; a longer one is told from the others, and the rest goes on. */
export const MAX_LINE_BYTES = 16_384;

/** A row of a body: a line of NDJSON without its line feed, the cells of a CSV record by their columns, or what was too long to keep or is no record. `length`: in bytes, though none are kept. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'too-long' | 'unreadable'; readonly length: number };

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/**
 * Splits a body into lines, those that arrived together at once; holds no more than they need. A byte order mark in front and a carriage return before a line feed are passed
 * over, empty lines left out; the last needs no line feed.
 */
export async function* readLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  let held = new Held();
  for await (const chunk of withoutMark(body)) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      addLine(lines, held.endedBy(chunk.subarray(start, end)));
      if (!held.isEmpty) held = new Held();
      start = end + 1;
    }
    held.add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  const last: Line[] = [];
  addLine(last, held.endedBy(NOTHING));
  if (last.length > 0) yield last;
}

const NOTHING = new Uint8Array();

/** One more than a line may have: it may be a carriage return, which is no part of it. */
const MOST_HELD = MAX_LINE_BYTES + 1;

/** The beginning of a line. Its room grows by doubling: a line that comes byte by byte is not copied with each of them. */
class Held {
  #room: Uint8Array = NOTHING;
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  add(more: Uint8Array): void {
    const length = this.#length + more.length;
    if (length <= MOST_HELD) {
      if (length > this.#room.length) this.#growTo(Math.max(length, Math.min(2 * this.#room.length, MOST_HELD)));
      this.#room.set(more, this.#length);
    }
    this.#length = length;
  }

  /** The whole line; its length where it is too long. */
  endedBy(more: Uint8Array): Uint8Array | number {
    // As nearly all lines are, in one chunk: nothing is copied.
    if (this.isEmpty) return more.length > MOST_HELD ? more.length : more;
    this.add(more);
    return this.#length > MOST_HELD ? this.#length : this.#room.subarray(0, this.#length);
  }

  #growTo(size: number): void {
    const room = new Uint8Array(size);
    room.set(this.#room.subarray(0, this.#length));
    this.#room = room;
  }
}

function addLine(lines: Line[], ended: Uint8Array | number): void {
  if (typeof ended === 'number') {
    lines.push({ kind: 'too-long', length: ended });
    return;
  }
  const line = ended.at(-1) === CARRIAGE_RETURN ? ended.subarray(0, -1) : ended;
  if (line.length > MAX_LINE_BYTES) lines.push({ kind: 'too-long', length: line.length });
  else if (line.length > 0) lines.push({ kind: 'line', bytes: line });
}
