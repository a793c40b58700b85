import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, instant, isInstantText, parseInstant } from './instant.js';

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

  it('is written as the platform writes it, on however many days', () => {
    const at = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(at, (ms) => formatInstant(instant(ms)) === new Date(ms).toISOString()),
      { numRuns: 3_000, examples: [[0], [-1], [-62_135_596_800_000], [253_402_300_799_999], [86_399_999], [86_400_000]] },
    );
  });

  // What the platform says, which turns 31 February into March and knows no zone: so what it made is compared with what was written.
  const RFC3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
  const asThePlatformSays = (text: string): number | undefined => {
    const wall = RFC3339.exec(text)?.[1];
    const made = Date.parse(`${wall}Z`);
    if (wall === undefined || Number.isNaN(made) || !new Date(made).toISOString().startsWith(wall)) return undefined;
    const at = Date.parse(text);
    return at >= -62_135_596_800_000 && at <= 253_402_300_799_999 ? at : undefined;
  };
  const pieces = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
  const digits = (count: number, least: number, most: number): fc.Arbitrary<string> => fc.integer({ min: least, max: most }).map((value) => String(value).padStart(count, '0'));
  const nearly = fc
    .tuple(digits(4, 0, 9_999), pieces('-', '-', '-', '/'), digits(2, 0, 13), digits(2, 0, 32), pieces('T', 'T', 'T', ' ', 't'), digits(2, 0, 25), digits(2, 0, 61), digits(2, 0, 61), pieces('', '.1', '.12', '.123', '.1239', '.123456789', '.', '.1234567890', '.1x'), pieces('Z', 'Z', 'z', '', '+08:00', '-00:30', '+24:00', '+0800', '-23:59', 'Z '))
    .map(([year, dash, month, day, t, hour, minute, second, fraction, zone]) => `${year}${dash}${month}-${day}${t}${hour}:${minute}:${second}${fraction}${zone}`);
  const days = fc.tuple(digits(4, 0, 9_999), digits(2, 1, 12), digits(2, 27, 32), pieces('Z', '.5Z', '.500Z', '+23:59', '-23:59')).map(([year, month, day, end]) => `${year}-${month}-${day}T23:59:59${end}`);

  it('is read as the platform reads it, from whatever nearly is one', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, days, fc.string({ maxLength: 30 })), (text) => {
        const expected = asThePlatformSays(text);
        expect(isInstantText(text)).toBe(expected !== undefined);
        expect(isInstantText(text) ? parseInstant(text) : undefined).toBe(expected);
      }),
      { numRuns: 2_000, examples: [['0001-01-01T00:00:00+00:01'], ['0000-12-31T23:59:59-00:01'], ['9999-12-31T23:59:59-00:01'], ['1900-02-29T00:00:00Z'], ['2000-02-29T00:00:00Z']] },
    );
  });
});
