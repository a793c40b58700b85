import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '../kernel/index.js';
import { CN_1 } from './policy/cn-1.js';
import { calendarDate, dateIn } from './person.js';

const isDate = (text: string): boolean => {
  try {
    return calendarDate(text) === text;
  } catch {
    return false;
  }
};

/** What the platform says, which turns 31 February into March: so what it made is compared with what was written. */
const asThePlatformSays = (text: string): boolean => {
  const made = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(0, 10) === text;
};

const part = (max: number, width: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(width, '0'));

describe('a calendar date', () => {
  it('is one of the calendar that the platform keeps, in every year of four digits', () => {
    const dates = fc.tuple(part(9_999, 4), part(13, 2), part(32, 2)).map((parts) => parts.join('-'));
    fc.assert(fc.property(dates, (text) => isDate(text) === asThePlatformSays(text)), { numRuns: 2_000, examples: [['0000-02-29'], ['0000-01-01'], ['0001-01-01'], ['9999-12-31'], ['1900-02-29'], ['2000-02-29']] });
  });

  it.each(['', '2026-1-1', '20261123', '2026-11-23T00:00:00Z', '2026-11-23 ', '+002026-11-23', '+012026-11-23', '-002026-11-23', '２０２６-11-23'])('is not %j', (text) => {
    expect(isDate(text)).toBe(false);
  });
  it.each([[['2026-11-23']], [20_261_123], [null]])('is not %j, which is no text', (value) => expect(() => calendarDate(value)).toThrow('a calendar date'));
});

it('a day begins in Beijing eight hours before it does in Greenwich', () => {
  const before = Date.parse('2026-03-09T15:59:59.999Z');
  expect([before, before + 1].map((at) => dateIn(instant(at), CN_1))).toEqual(['2026-03-09', '2026-03-10']);
});
