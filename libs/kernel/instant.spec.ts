import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, instant, parseInstant } from './instant.js';

describe('an instant', () => {
  it.each([
    ['2021-06-06T23:59:59+02:00', '2021-06-06T21:59:59.000Z'],
    ['2021-06-07T10:00:00.110Z', '2021-06-07T10:00:00.110Z'],
    ['2021-06-07T10:00:00.123456789-05:30', '2021-06-07T15:30:00.123Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('reads %s', (text, utc) => expect(formatInstant(parseInstant(text))).toBe(utc));

  it.each(['2021-06-06T23:59:59', '2021-02-29T00:00:00Z', '2021-06-06', '2021-06-06T24:00:00Z', '2021-06-06T23:59:60Z', '2021-06-06 23:59:59Z', '2021-06-06T23:59:59+24:00', 1623016799000, null])(
    'refuses %s',
    (text) => expect(() => parseInstant(text)).toThrow('expected an RFC 3339 time with a zone'),
  );

  it('survives being written and read', () => {
    fc.assert(fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (ms) => parseInstant(formatInstant(instant(ms))) === ms));
  });
});
