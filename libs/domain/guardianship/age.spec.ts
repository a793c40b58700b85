import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { formatInstant, instant, parseInstant } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { ageInstants, birthday, yearsLater } from './age.js';
import { fits, isMinor } from './ground.js';

const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));

/** The calendar date in Shanghai, by the platform's own calendar (only after 1991: before, there was summer time). */
const shanghaiDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

describe('the instants at which age changes the answer', () => {
  it.each([
    // born          14                          18
    ['2012-03-10', '2026-03-09T16:00:00.000Z', '2030-03-09T16:00:00.000Z'],
    ['2012-01-01', '2025-12-31T16:00:00.000Z', '2029-12-31T16:00:00.000Z'],
    ['2012-02-29', '2026-02-28T16:00:00.000Z', '2030-02-28T16:00:00.000Z'], // 1 March in Shanghai: common years
    ['2006-02-28', '2020-02-27T16:00:00.000Z', '2024-02-27T16:00:00.000Z'],
    ['0050-06-01', '0064-05-31T16:00:00.000Z', '0068-05-31T16:00:00.000Z'],
  ])('%s: %s and %s', (born, fourteen, eighteen) => {
    const ages = ageInstants(born, CN_1);
    expect([formatInstant(ages.fourteen), formatInstant(ages.eighteen)]).toEqual([fourteen, eighteen]);
  });

  it('are the first millisecond of the birthday in Shanghai', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
      const born = date.toISOString().slice(0, 10);
      const { eighteen } = ageInstants(born, CN_1);
      const year = Number(born.slice(0, 4)) + 18;
      const leapless = born.endsWith('-02-29') && new Date(Date.UTC(year, 1, 29)).getUTCDate() !== 29;
      const birthday = leapless ? `${year}-03-01` : `${year}${born.slice(4)}`;
      expect(shanghaiDate.format(eighteen)).toBe(birthday);
      expect(shanghaiDate.format(eighteen - 1)).not.toBe(birthday);
    }));
  });

  it('turn a minor into an adult within one millisecond, and with it what grounds fit', () => {
    fc.assert(fc.property(day, (born) => {
      const { fourteen, eighteen } = ageInstants(born, CN_1);
      const before = instant(eighteen - 1);
      expect(fourteen).toBeLessThan(eighteen);
      expect([isMinor(born, before, CN_1), isMinor(born, eighteen, CN_1)]).toEqual([true, false]);
      for (const ground of ['parent-of-minor', 'guardian-of-minor'] as const) expect([fits(ground, born, before, CN_1), fits(ground, born, eighteen, CN_1)]).toEqual([true, false]);
      expect([fits('deed-of-guardianship', born, before, CN_1), fits('deed-of-guardianship', born, eighteen, CN_1)]).toEqual([false, true]);
      expect([fits('court-appointed', born, before, CN_1), fits('court-appointed', born, eighteen, CN_1)]).toEqual([true, true]);
    }));
  });
});

it.each(['', '2012-3-10', 'x2012-03-10', '2012-03-10T'])('%j has no birthdays', (born) => expect(() => birthday(born, 14, CN_1)).toThrow('a calendar date'));

describe('some years later', () => {
  it.each([
    ['2026-03-10T04:05:06.007Z', 5, '2031-03-10T04:05:06.007Z'],
    ['2024-02-29T01:00:00.000Z', 5, '2029-03-01T01:00:00.000Z'],
    ['2024-02-28T17:00:00.000Z', 1, '2025-02-28T17:00:00.000Z'], // 29 February in Shanghai already: 1 March there
    ['2024-02-29T17:00:00.000Z', 1, '2025-02-28T17:00:00.000Z'], // 1 March in Shanghai already, and a year later, too
    ['2026-03-10T04:05:06.007Z', -2, '2024-03-10T04:05:06.007Z'],
  ])('%s + %s years', (from, years, to) => expect(formatInstant(yearsLater(parseInstant(from), years, CN_1))).toBe(to));
});
