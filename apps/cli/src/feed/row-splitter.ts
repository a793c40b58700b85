/** How a feed is written: a JSON object a line, or RFC 4180 with a header. */
export type FeedForm = 'ndjson' | 'csv';

const [LINE_FEED, QUOTE, CARRIAGE_RETURN] = [0x0a, 0x22, 0x0d];

/** A row longer than this is no row: a feed is never held whole. In bytes. */
const LONGEST = 4 * 1_048_576;

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Cuts a feed into its rows as they are written, byte for byte without the last line feed; the server counts the same ones. Of lines, a byte order mark in front and a carriage
 * return at the end are no part, as they are none there. Holds one unfinished row.
 */
export class RowSplitter {
  /** The first line of CSV, once it came. */
  header: Uint8Array | undefined;
  private held: Buffer = Buffer.alloc(0);
  private quoted = false;
  private looked = 0;
  private begun = false;

  constructor(private readonly form: FeedForm) {}

  /** The rows that end in this piece. Throws where one does not end. */
  push(piece: Uint8Array): readonly Uint8Array[] {
    const bytes = this.held.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : Buffer.concat([this.held, piece]);
    const rows: Uint8Array[] = [];
    let start = 0;
    for (let end = this.endOfRow(bytes); end >= 0; end = this.endOfRow(bytes)) {
      rows.push(...this.admit(bytes.subarray(start, end), true));
      start = end + 1;
    }
    this.held = bytes.subarray(start);
    this.looked = this.held.length;
    if (this.held.length > LONGEST) throw new Error('this is no feed: a row does not end');
    return rows;
  }

  /** The last row, where no line feed ended it. */
  end(): readonly Uint8Array[] {
    const last = this.held;
    this.held = Buffer.alloc(0);
    return this.admit(last, false);
  }

  /** Where the next row ends, from where was looked last; -1 where that has not come yet. A line feed between quotes is part of its field. */
  private endOfRow(bytes: Buffer): number {
    if (this.form === 'ndjson') {
      const end = bytes.indexOf(LINE_FEED, this.looked);
      this.looked = end + 1;
      return end;
    }
    for (let at = this.looked; at < bytes.length; at += 1) {
      if (bytes[at] === QUOTE) this.quoted = !this.quoted;
      if (bytes[at] !== LINE_FEED || this.quoted) continue;
      this.looked = at + 1;
      return at;
    }
    return -1;
  }

  /** `ended`: by a line feed. A carriage return alone ends no record: of a table that was cut behind it, it is one. */
  private admit(row: Uint8Array, ended: boolean): readonly Uint8Array[] {
    if (this.form === 'ndjson') return this.admitLine(row);
    if (row.length === 0 || (ended && row.length === 1 && row[0] === CARRIAGE_RETURN)) return [];
    if (this.header !== undefined) return [row];
    this.header = row;
    return [];
  }

  private admitLine(line: Uint8Array): readonly Uint8Array[] {
    const isMarked = !this.begun && BYTE_ORDER_MARK.equals(line.subarray(0, BYTE_ORDER_MARK.length));
    this.begun = true;
    const row = line.subarray(isMarked ? BYTE_ORDER_MARK.length : 0, line.at(-1) === CARRIAGE_RETURN ? -1 : line.length);
    return row.length === 0 ? [] : [row];
  }
}
