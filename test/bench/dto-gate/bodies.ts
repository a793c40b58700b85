import { RESULTS, TEST_TYPES } from '../../../libs/domain/sample/index.js';

/** A result as a laboratory corrects it. */
export interface ResultBody {
  readonly test: unknown;
  readonly result: unknown;
  readonly collectedAt: unknown;
  readonly reportedAt: unknown;
  readonly reason: unknown;
}

const REASONS = ['label read wrong', 'tube swapped with the next rack', 'repeat run on the second analyser', '样本标签错误', 'entered under another barcode; the paper was found later'];

/** Bodies that are right, each a little different and each read from its text, as they come from a network. */
export const rightBodies = (count: number): readonly ResultBody[] =>
  Array.from({ length: count }, (_, index) => {
    const collected = Date.UTC(2026, 10, 1 + (index % 20), index % 24, (index * 7) % 60, (index * 13) % 60, (index * 17) % 1_000);
    const [test, result, reason] = [TEST_TYPES[index % TEST_TYPES.length], RESULTS[index % RESULTS.length], REASONS[index % REASONS.length]];
    return JSON.parse(JSON.stringify({ test, result, collectedAt: new Date(collected).toISOString(), reportedAt: new Date(collected + 3_600_000 + index).toISOString(), reason })) as ResultBody;
  });

/** Near misses of a right body: each gate must say no. */
export function wrongBodies(right: ResultBody): readonly object[] {
  const { reason: _left, ...incomplete } = right;
  return [
    {},
    incomplete,
    { ...right, test: 'LP0-0' },
    { ...right, result: 260415000 },
    { ...right, collectedAt: '2026-02-31T08:00:00Z' },
    { ...right, collectedAt: '2026-11-01T08:00:00' },
    { ...right, reportedAt: '2026-11-01' },
    { ...right, reportedAt: null },
    { ...right, reason: '' },
    { ...right, reason: 'x'.repeat(501) },
    { ...right, more: 1 },
  ];
}
