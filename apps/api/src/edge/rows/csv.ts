import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Problem, problemAt } from '../problem.js';
import { type Line, MAX_LINE_BYTES } from './lines.js';
import { withoutMark } from './mark.js';

/** The columns that a route's CSV may have, in any order, and those that it must. */
export interface Columns {
  readonly known: readonly string[];
  readonly required: readonly string[];
}

/** A record as it was read. */
type Cells = readonly Buffer[];

/** A quote that is never closed would make one record of the rest: beyond this it is no CSV. */
const MAX_RECORD_BYTES = 4 * MAX_LINE_BYTES;

/** Records that are told together, fewer where they are long: so much of a body is held before anybody is told of it. */
const TOGETHER = 100;
const BYTES_TOGETHER = 4 * MAX_LINE_BYTES;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads CSV (RFC 4180; line feeds alone will do, a byte order mark is passed over) whose first record names the columns. An empty cell is as good as none. A record with
 * other than the header's number of cells, or that is not UTF-8, is `unreadable`. Throws `Problem`: for the header, and, after the
 * records before it, `malformed` where quotes are not as they should be or a record does not end, for then nobody can say where the next one begins.
 */
export async function* readCsv(body: AsyncIterable<Uint8Array>, columns: Columns): AsyncGenerator<readonly Line[]> {
  const source = Readable.from(withoutMark(body), { objectMode: false });
  const waiting: unknown[] = [];
  const keep = <Kept>(record: Kept): Kept => {
    waiting.push(record);
    return record;
  };
  const records = parse({ encoding: null, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'], max_record_size: MAX_RECORD_BYTES, on_record: keep });
  source.once('error', (error) => records.destroy(error)).pipe(records);
  try {
    yield* linesOf(records, waiting, columns);
  } catch (error) {
    throw error instanceof CsvError ? new Problem('malformed') : error;
  } finally {
    source.destroy();
    records.destroy();
  }
}

async function* linesOf(records: AsyncIterable<Cells>, waiting: unknown[], columns: Columns): AsyncGenerator<readonly Line[]> {
  let header: readonly string[] | undefined;
  let lines: Line[] = [];
  let bytes = 0;
  const faults: unknown[] = [];
  for await (const cells of upToTheFault(records, waiting, faults)) {
    if (header === undefined) header = headerOf(cells, columns);
    else lines.push(lineOf(cells, header));
    bytes += sizeOf(cells);
    if (lines.length < TOGETHER && bytes < BYTES_TOGETHER) continue;
    yield lines;
    lines = [];
    bytes = 0;
  }
  if (header === undefined && faults.length === 0) headerOf([], columns);
  yield lines;
  for (const fault of faults) throw fault;
}

/** What breaks the stream takes with it the records that it held: those read before it stand in `waiting`, and come first. What broke it goes to `faults`. */
async function* upToTheFault(records: AsyncIterable<Cells>, waiting: unknown[], faults: unknown[]): AsyncGenerator<Cells> {
  try {
    for await (const cells of records) {
      waiting.shift();
      yield cells;
    }
  } catch (error) {
    faults.push(error);
  }
  yield* waiting.filter(isCells);
}

const isCells = (record: unknown): record is Cells => Array.isArray(record) && record.every((cell) => Buffer.isBuffer(cell));

/** What is no column of ours is the sender's own text: it is not repeated. */
function headerOf(cells: Cells, { known, required }: Columns): readonly string[] {
  const names = cells.map((cell) => cell.toString('utf8'));
  const repeated = names.find((name, index) => known.includes(name) && names.indexOf(name) !== index);
  const missing = required.find((name) => !names.includes(name));
  if (names.some((name) => !known.includes(name))) throw new Problem('unknown-field');
  if (repeated !== undefined) throw problemAt('duplicate-key', repeated);
  if (missing !== undefined) throw problemAt('missing-field', missing);
  return names;
}

/** With what separates them, and a line feed. */
const sizeOf = (cells: Cells): number => cells.reduce((sum, cell) => sum + cell.length + 1, 0);

function lineOf(cells: Cells, header: readonly string[]): Line {
  const length = sizeOf(cells);
  if (length > MAX_LINE_BYTES) return { kind: 'too-long', length };
  if (cells.length !== header.length) return { kind: 'unreadable', length };
  try {
    return { kind: 'fields', fields: Object.fromEntries(cells.map((cell, index) => [header[index] ?? '', utf8.decode(cell)])) };
  } catch {
    return { kind: 'unreadable', length };
  }
}
