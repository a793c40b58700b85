/** A row of a file as it stands there, and the line that it begins on. */
export interface FileRow {
  readonly line: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a file is written: a JSON object a line, or RFC 4180 with a header. */
export type Form = 'ndjson' | 'csv';

const [LINE_FEED, CARRIAGE_RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

/** A row longer than this is no row, in bytes: a file is never held whole. */
const LONGEST = 1_048_576;

/** Cuts a file into its rows, byte for byte: what the server judges is what was in the file. Empty lines are left out, as the server does. */
export class RowCutter {
  private held: Uint8Array<ArrayBuffer> = new Uint8Array();
  private looked = 0;
  private quoted = false;
  private line = 1;
  private began = 1;

  constructor(private readonly form: Form) {}

  /** The rows that end in this piece. Throws where one does not end. */
  push(piece: Uint8Array): readonly FileRow[] {
    const bytes = joined(this.held, piece);
    const rows: FileRow[] = [];
    let start = 0;
    for (let at = this.looked; at < bytes.length; at += 1) {
      if (!this.ends(bytes[at])) continue;
      rows.push(...this.row(bytes.subarray(start, at)));
      start = at + 1;
    }
    this.held = bytes.slice(start);
    this.looked = this.held.length;
    if (this.held.length > LONGEST) throw new Error('a row does not end');
    return rows;
  }

  /** The last row, where no line feed ended it. */
  end(): readonly FileRow[] {
    return this.row(this.held);
  }

  /** Whether a row ends with this byte. A line feed between quotes is part of its cell. */
  private ends(byte: number | undefined): boolean {
    if (byte === QUOTE && this.form === 'csv') this.quoted = !this.quoted;
    if (byte !== LINE_FEED) return false;
    this.line += 1;
    return !this.quoted;
  }

  private row(bytes: Uint8Array<ArrayBuffer>): readonly FileRow[] {
    const line = this.began;
    this.began = this.line;
    const isEmpty = bytes.length === 0 || (bytes.length === 1 && bytes[0] === CARRIAGE_RETURN && this.form === 'csv');
    return isEmpty ? [] : [{ line, bytes: bytes.slice() }];
  }
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}
