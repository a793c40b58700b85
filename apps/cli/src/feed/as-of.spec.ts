import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CN_1 } from '../../../../libs/domain/policy/cn-1.js';
import { DAY, instant, parseInstant } from '../../../../libs/kernel/index.js';
import { midnight, movedLine } from './as-of.js';

const D = midnight('2026-11-20');
const row = (sc: string, dr?: string): string => JSON.stringify({ tg: '1', sc, ...(dr === undefined ? {} : { dr }), ci: 'a "sc":"2021-01-01" b' });

describe('a feed as of a date', () => {
  it.each([
    // sc                          dr                             moved sc                       moved dr
    ['2021-06-07T10:00:00.110Z',  '2021-06-07T10:30:00.701Z',    '2026-11-16T10:00:00.110Z',    '2026-11-16T10:30:00.701Z'],
    ['2021-06-06T23:59:59+02:00', '2021-06-06T00:00:00+02:00',   '2026-11-15T23:59:59+02:00',   '2026-11-15T00:00:00+02:00'],
    ['2026-11-19T23:59:59Z',      '2026-11-19T23:59:59Z',        '2026-11-19T23:59:59Z',        '2026-11-19T23:59:59Z'],
    ['2026-11-20T00:00:00Z',      '2026-11-20T00:00:00Z',        '2026-11-13T00:00:00Z',        '2026-11-13T00:00:00Z'],
    ['2026-11-20T01:59:59+02:00', '2026-11-20T01:59:59+02:00',   '2026-11-20T01:59:59+02:00',   '2026-11-20T01:59:59+02:00'],
    // the report would lie after the date: both a week earlier
    ['2026-11-18T10:00:00Z',      '2026-11-26T10:00:00Z',        '2026-11-11T10:00:00Z',        '2026-11-19T10:00:00Z'],
  ])('%s, %s', (sc, dr, movedSc, movedDr) => expect(movedLine(row(sc, dr), D)).toBe(row(movedSc, movedDr)));

  it('moves a row that was never reported by its collection', () => expect(movedLine(row('2021-06-07T10:00:00Z'), D)).toBe(row('2026-11-16T10:00:00Z')));

  it.each(['', 'not json', '[]', '{}', row('soon'), row('2021-06-07T10:00:00'), row('2021-06-07T10:00:00Z', 'later')])('leaves %j alone', (line) => expect(movedLine(line, D)).toBe(line));

  it('keeps what was collected the day before its report young enough to be shown all day long, whichever day it is', () => {
    for (let day = 0; day < 14; day += 1) {
      const today = instant(D + day * DAY);
      const { sc } = JSON.parse(movedLine(row('2021-05-10T10:27:15Z', '2021-05-11T12:27:15Z'), today)) as { sc: string };
      expect(parseInstant(sc)).toBeGreaterThan(today + DAY - CN_1.resultsBack);
    }
  });

  it('puts every time into the week before, and twice is once', () =>
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
      const moved = movedLine(row(date.toISOString()), D);
      const at = parseInstant((JSON.parse(moved) as { sc: string }).sc);
      expect(at >= D - 7 * DAY && at < D && (at - date.getTime()) % (7 * DAY) === 0).toBe(true);
      expect(movedLine(moved, D)).toBe(moved);
    })));
});
