import { Refused } from '../../../../libs/client/problem.js';
import type { components } from '../../../../libs/client/schema.js';
import { sendLines } from '../../../../libs/client/sent-lines.js';
import { api, Failed } from '../data/api.js';
import { Offline } from '../data/in-time.js';
import { endSession } from '../sign-in/session.js';
import { cellsOf } from './cells.js';
import type { FileRow } from './rows.js';
import { type Feed, formOf, type Slice, slicesOf } from './slices.js';

/** What becomes of a row. */
export type Verdict = components['schemas']['RowVerdictAnswer']['verdict'];

/** A row that was not taken, by the line it begins on. */
export interface Rejected {
  readonly line: number;
  readonly barcode: string;
  readonly verdict: Verdict;
}

/** How far an import is. */
export interface Progress {
  /** Bytes of the file. */
  readonly read: number;
  readonly of: number;
  readonly recorded: number;
  readonly already: number;
  readonly rejected: readonly Rejected[];
}

/** Sends a file and tells how far it is after each of its slices. Rejects with `Failed`, `Offline` or `Unreadable`; what was taken until then stays taken. */
export async function* importFile(file: File, signal: AbortSignal): AsyncGenerator<Progress> {
  const feed: Feed = { form: formOf(file.name), header: undefined };
  const rejected: Rejected[] = [];
  const taken = { recorded: 0, already: 0 };
  yield { read: 0, of: file.size, ...taken, rejected };
  for await (const slice of slicesOf(file, feed)) {
    const verdicts = await judged(feed, slice, signal);
    taken.recorded += verdicts.filter((verdict) => verdict === 'recorded').length;
    taken.already += verdicts.filter((verdict) => verdict === 'already-recorded').length;
    rejected.push(...verdicts.flatMap((verdict, index) => rejectedOf(feed, slice.rows[index], verdict)));
    yield { read: slice.read, of: file.size, ...taken, rejected };
  }
}

async function judged(feed: Feed, { body, rows }: Slice, signal: AbortSignal): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  try {
    for await (const { verdict } of sendLines(api, '/v1/results/imports', body, { contentType: feed.form === 'csv' ? 'text/csv' : 'application/x-ndjson', signal })) verdicts.push(verdict);
  } catch (cause) {
    throw known(cause);
  }
  // A whole answer has a verdict for each row.
  if (verdicts.length !== rows.length) throw new Offline(undefined, true);
  return verdicts;
}

/** As the other pages know it. */
function known(cause: unknown): unknown {
  if (cause instanceof Refused) {
    if (cause.status === 401) endSession();
    return new Failed(cause.status, cause.problem, cause.status >= 500);
  }
  return cause instanceof Offline || (cause instanceof DOMException && cause.name === 'AbortError') ? cause : new Offline({ cause }, true);
}

function rejectedOf(feed: Feed, row: FileRow | undefined, verdict: Verdict): readonly Rejected[] {
  if (row === undefined || verdict === 'recorded' || verdict === 'already-recorded') return [];
  return [{ line: row.line, barcode: barcodeOf(feed, row), verdict }];
}

const text = new TextDecoder();

/** What the row says is its barcode; nothing where it cannot be read. */
function barcodeOf({ form, header }: Feed, { bytes }: FileRow): string {
  const row = text.decode(bytes);
  if (form === 'csv') return cellsOf(row)[cellsOf(text.decode(header?.bytes)).indexOf('ci')] ?? '';
  try {
    const read: unknown = JSON.parse(row);
    const barcode: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'ci') : undefined;
    return typeof barcode === 'string' ? barcode : '';
  } catch {
    return '';
  }
}
