import { randomUUID } from 'node:crypto';
import { RESULTS, TEST_TYPES } from '../../../libs/domain/sample/index.js';

/** A result as the API tells it. */
export interface ResultBody {
  readonly sample: unknown;
  readonly test: unknown;
  readonly testName: unknown;
  readonly result: unknown;
  readonly collectedAt: unknown;
  readonly reportedAt: unknown;
  readonly centre: unknown;
  readonly corrected: unknown;
}

const CENTRES = ['clinic-east', 'Policlinico Umberto I', null, '北京市第一检测中心'];

/** Results that are right, each a little different and each read from its text, as they come from a network. */
export const rightBodies = (count: number): readonly ResultBody[] =>
  Array.from({ length: count }, (_, index) => {
    const collected = Date.UTC(2026, 10, 1 + (index % 20), index % 24, (index * 7) % 60, (index * 13) % 60, (index * 17) % 1_000);
    const times = { collectedAt: new Date(collected).toISOString(), reportedAt: new Date(collected + 3_600_000 + index).toISOString() };
    const [test, result, centre] = [TEST_TYPES[index % TEST_TYPES.length], RESULTS[index % RESULTS.length], CENTRES[index % CENTRES.length]];
    const right = { sample: randomUUID().replaceAll('-', ''), test, testName: index % 3 === 0 ? null : 'LightCycler qPCR', result, ...times, centre, corrected: index % 9 === 0 };
    return JSON.parse(JSON.stringify(right)) as ResultBody;
  });

/** Near misses of a right one: each gate must say no. */
export function wrongBodies(right: ResultBody): readonly object[] {
  const { testName: _left, ...incomplete } = right;
  return [
    {},
    incomplete,
    { ...right, sample: null },
    { ...right, result: 260415000 },
    { ...right, testName: 7 },
    { ...right, collectedAt: '2026-02-31T08:00:00Z' },
    { ...right, collectedAt: '2026-11-01T08:00:00' },
    { ...right, reportedAt: '2026-11-01' },
    { ...right, reportedAt: null },
    { ...right, corrected: 'false' },
    { ...right, more: 1 },
  ];
}
