import { expect, it } from '@jest/globals';
import { plus } from '../../kernel/index.js';
import { checkTest, type ReportedTest } from './check-test.js';
import { NOON } from './row.fixture.js';

const good: ReportedTest = { test: 'LP6464-4', disease: '840539006', result: '260415000', collectedAt: plus(NOON, -2), reportedAt: plus(NOON, -1) };

it.each<readonly [Partial<ReportedTest>, ReturnType<typeof checkTest>]>([
  [{}, undefined],
  [{ test: 'LP217198-3', result: '260373001' }, undefined],
  [{ result: '419984006' }, undefined],
  [{ collectedAt: NOON, reportedAt: NOON }, undefined],
  [{ test: '', disease: '', result: '', collectedAt: undefined }, 'test-type'],
  [{ disease: '', result: '', collectedAt: undefined }, 'disease'],
  [{ result: '', collectedAt: undefined }, 'result'],
  [{ collectedAt: undefined }, 'time'],
  [{ reportedAt: undefined }, 'time'],
  [{ reportedAt: plus(NOON, 1) }, 'time'],
  [{ collectedAt: plus(NOON, -1), reportedAt: plus(NOON, -2) }, 'time'],
] as readonly (readonly [Partial<ReportedTest>, ReturnType<typeof checkTest>])[])('a test with %j: %s', (change, fault) => expect(checkTest({ ...good, ...change }, NOON)).toBe(fault));
