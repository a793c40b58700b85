import type { Instant } from '../../kernel/index.js';
import { DISEASE, RESULTS, TEST_TYPES, type TestFault } from './codes.js';
import type { TestResult } from './events.js';

const among = (list: readonly string[], text: string): boolean => list.includes(text);

/** A test as it was reported; times that could not be read are undefined. */
export type ReportedTest = Pick<TestResult, 'test' | 'disease' | 'result'> & { readonly collectedAt: Instant | undefined; readonly reportedAt: Instant | undefined };

/** What is wrong with a test: the first of its type, disease, result and times. Collected, then reported, then `now`; two of them may be one instant. */
export function checkTest({ test, disease, result, collectedAt, reportedAt }: ReportedTest, now: Instant): TestFault | undefined {
  if (!among(TEST_TYPES, test)) return 'test-type';
  if (disease !== DISEASE) return 'disease';
  if (!among(RESULTS, result)) return 'result';
  if (collectedAt === undefined || reportedAt === undefined) return 'time';
  return reportedAt > now || reportedAt < collectedAt ? 'time' : undefined;
}
