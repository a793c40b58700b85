import { describe, expect, it } from '@jest/globals';
import type { PersonName } from '../person.js';
import { numberEnd, phoneEnds, surname } from './mask.js';

const name = (family: string | null, given: string): PersonName => ({ family, given, familyLatin: 'LATIN', givenLatin: 'LATIN' });

describe('what is shown of somebody', () => {
  it.each([
    // family     given      shown
    ['王', '芳', '王'],
    ['Müller', 'Eva', 'Müller'],
    [null, 'Suharto', 'Suharto'],
  ])('of %s %s is %s', (family, given, shown) => expect(surname(name(family, given))).toBe(shown));

  it.each([
    ['11010519491231002X', '2X'],
    ['C01X00T47', '47'],
  ])('of the number %s is %s', (number, shown) => expect(numberEnd(number)).toBe(shown));

  it.each([
    ['+8613800138000', '861…000'],
    ['+49 30 123456', '493…456'],
  ])('of the phone %s is %s', (phone, shown) => expect(phoneEnds(phone)).toBe(shown));
});
