import { describe, expect, it } from '@jest/globals';
import { fullName } from './use-terms.js';

const called = (given: string, family: string | null = null) => fullName({ given, family, givenLatin: null, familyLatin: null });

describe('a name', () => {
  it.each([
    ['Hebrew', 'נועה'],
    ['Arabic', 'يوسف'],
    ['Syriac', 'ܢܘܗܪܐ'],
    ['Thaana', 'އަހުމަދު'],
    ['N’Ko', 'ߡߊߡߊߘߎ'],
    ['Mandaic', 'ࡉࡀࡄࡉࡀ'],
    ['Adlam', '𞤀𞤣𞤤𞤢𞤥'],
    ['Hanifi Rohingya', '𐴌𐴟𐴇𐴥𐴝'],
    ['Arabic’s presentation forms', 'ﻳﻮﺳﻒ'],
  ])('in %s is kept apart from what stands beside it', (_script, given) => expect(called(given)).toBe(`\u2068${given}\u2069`));

  it.each([
    ['张桂英', '张', '桂英'],
    ['María García', 'García', 'María'],
    ['Олена Шевченко', 'Шевченко', 'Олена'],
  ])('%s, from left to right, stands as it is', (whole, family, given) => expect(called(given, family)).toBe(whole));
});
