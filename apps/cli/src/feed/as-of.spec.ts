import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DAY, parseInstant } from '../../../../libs/kernel/index.js';
import { midnight, movedLine } from './as-of.js';

const D = midnight('2026-11-20');
const row = (sc: string, dr?: string): string => JSON.stringify({ tg: '1', sc, ...(dr === undefined ? {} : { dr }), ci: 'a "sc":"2021-01-01" b' });

describe('a feed as of a date', () => {
  it.each([
    // sc                          dr                             moved sc                       moved dr
    ['2021-06-07T10:00:00.110Z',  '2021-06-07T10:30:00.701Z',    '2026-11-16T10:00:00.110Z',    '2026-11-16T10:30:00.701Z'],
    ['2021-06-06T23:59:59+02:00', '2021-06-06T00:00:00+02:00',   '2026-11-15T23:59:59+02:00',   '2026-11-15T00:00:00+02:00'],
    ['2026-11-19T23:59:59Z',      '2026-11-19T23:59:59Z',        '2026-11-19T23:59:59Z',        '2026-11-19T23:59:59Z'],
    ['2026-11-20T00:00:00Z',      '2026-11-20T00:00:00Z',        '2026-11-06T00:00:00Z',        '2026-11-06T00:00:00Z'],
    ['2026-11-20T01:59:59+02:00', '2026-11-20T01:59:59+02:00',   '2026-11-20T01:59:59+02:00',   '2026-11-20T01:59:59+02:00'],
    // the report would lie after the date: both a fortnight earlier
    ['2026-11-18T10:00:00Z',      '2026-11-26T10:00:00Z',        '2026-11-04T10:00:00Z',        '2026-11-12T10:00:00Z'],
  ])('%s, %s', (sc, dr, movedSc, movedDr) => expect(movedLine(row(sc, dr), D)).toBe(row(movedSc, movedDr)));

  it('moves a row that was never reported by its collection', () => expect(movedLine(row('2021-06-07T10:00:00Z'), D)).toBe(row('2026-11-16T10:00:00Z')));

  it.each(['', 'not json', '[]', '{}', row('soon'), row('2021-06-07T10:00:00'), row('2021-06-07T10:00:00Z', 'later')])('leaves %j alone', (line) => expect(movedLine(line, D)).toBe(line));

  it('puts every time into the fortnight before, and twice is once', () =>
    fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (date) => {
      const moved = movedLine(row(date.toISOString()), D);
      const at = parseInstant((JSON.parse(moved) as { sc: string }).sc);
      expect(at >= D - 14 * DAY && at < D && (at - date.getTime()) % (14 * DAY) === 0).toBe(true);
      expect(movedLine(moved, D)).toBe(moved);
    })));
});
