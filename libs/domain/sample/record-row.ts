import { type Instant, Malformed, open, opened, parseInstant, type Private } from '../../kernel/index.js';
import { checkTest } from './check-test.js';
import type { TestFault, Verdict } from './codes.js';
import type { SampleEvent, TestResult } from './events.js';
import type { LabRow } from './row.js';
import type { Registered, Sample } from './sample.js';
import { agrees, type Holder } from './same-person.js';

/** What becomes of a row: its verdict, and what is recorded because of it. */
export interface RowDecision {
  readonly verdict: Verdict;
  readonly event?: SampleEvent;
}

/** The test that a row reports, or the first thing wrong with it. A report without a time of its own was made when it came, at `now`. */
export function checkRow(row: LabRow, now: Instant): TestResult | TestFault {
  const { tt: test, tg: disease, tr: result } = row;
  const collectedAt = timeOf(row.sc);
  const reportedAt = row.dr === '' ? now : timeOf(row.dr);
  const fault = checkTest({ test, disease, result, collectedAt, reportedAt }, now);
  if (fault !== undefined || collectedAt === undefined || reportedAt === undefined) return fault ?? 'time';
  const { nm, ma, tc, co, is } = row;
  return { test, disease, result, collectedAt, reportedAt, testName: orNull(nm), manufacturer: orNull(ma), centre: orNull(tc), country: orNull(co), issuer: orNull(is) };
}

/** A row whose barcode is the question now. `holder` is undefined where the person cannot be read: their tubes are nobody's. */
export interface RecordRow {
  readonly row: LabRow;
  readonly result: TestResult;
  readonly holder: Holder | undefined;
  /** It is the sender's own, or of somebody they have or lately had a private tie with: for them it is not there, and a colleague has to send it. */
  readonly tied: boolean;
  readonly at: Instant;
}

/** Barcode, identity, and whether a result is already there, in this order. The first row that names somebody else locks the tube: every later one is `identity`. */
export function recordRow({ row, result, holder, tied, at }: RecordRow, tube: Sample): RowDecision {
  if (tube.status === 'none' || holder === undefined || tied) return { verdict: 'barcode' };
  const { sample, clinic, citizen } = tube;
  if (tube.locked) return { verdict: 'identity' };
  if (!agrees(row, holder)) return { verdict: 'identity', event: { type: 'BarcodeLocked', data: { sample, clinic, citizen, at } } };
  if (tube.status !== 'registered') return { verdict: reportedBefore(tube).some((before) => sameTest(before, result)) ? 'already-recorded' : 'conflict' };
  return { verdict: 'recorded', event: { type: 'ResultRecorded', data: { sample, clinic, citizen, result: open(result), at } } };
}

/** A row that was corrected or withdrawn since is still known when its file is sent again. */
const reportedBefore = (tube: Exclude<Registered, { status: 'registered' }>): readonly Private<TestResult>[] =>
  tube.status === 'reported' ? [tube.recorded, tube.standing] : [tube.recorded];

function sameTest(before: Private<TestResult>, now: TestResult): boolean {
  const known = opened(before);
  return known !== undefined && known.test === now.test && known.disease === now.disease && known.result === now.result && known.collectedAt === now.collectedAt;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function timeOf(text: string): Instant | undefined {
  try {
    return parseInstant(text);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
