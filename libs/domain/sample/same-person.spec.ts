import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { PersonName } from '../person.js';
import { agrees } from './same-person.js';

const goessinger: PersonName = { family: 'Musterfrau-Gößinger', given: 'Gabriele', familyLatin: 'MUSTERFRAU GOESSINGER', givenLatin: 'Gabriele' };
const li: PersonName = { family: '李', given: '明', familyLatin: null, givenLatin: null };
const aryan: PersonName = { family: null, given: 'Āryan', familyLatin: null, givenLatin: 'ARYAN' };
const halfRead: PersonName = { family: '李', given: '明', familyLatin: null, givenLatin: 'MING' };
const unread: PersonName = { family: null, given: '明', familyLatin: null, givenLatin: null };
const strokes: PersonName = { family: null, given: '一', familyLatin: null, givenLatin: "-'" };
const sean: PersonName = { family: "O’Neill", given: 'Seán', familyLatin: "O'NEILL", givenLatin: 'SEAN' };

const row = (names: string) => {
  const [fn = '', gn = '', fnt = '', gnt = ''] = names.split(' | ').map((part) => part.replaceAll('_', ''));
  return { fn, gn, fnt, gnt };
};
const named = (names: string, name: PersonName): boolean => agrees({ nam: row(names), dob: '' }, { name, birthDate: '1998-02-26' });
const born = (dob: string): boolean => agrees({ nam: row(''), dob }, { name: li, birthDate: '1998-02-26' });

describe('the name on a row', () => {
  it.each([
    // fn | gn | fnt | gnt                                                          person     agrees
    ['_ | _ | _ | _',                                                               goessinger, true],
    ['Musterfrau-Gößinger | Gabriele',                                              goessinger, true],
    ['MUSTERFRAU-GÖSSINGER | gabriele',                                             goessinger, true],
    ['MUSTERFRAU-GÖẞINGER | GABRIELE',                                              goessinger, true],
    ['Musterfrau-Go\u0308ßinger | Gabriele',                                        goessinger, true],
    ['Musterfrau-Goessinger | Gabriele',                                            goessinger, false],
    ['Musterfrau Gößinger | Gabriele',                                              goessinger, false],
    ['Gabriele | Musterfrau-Gößinger',                                              goessinger, false],
    ['Musterfrau-Gößinger | _',                                                     goessinger, false],
    ['_ | _ | MUSTERFRAU<GOESSINGER | GABRIELE',                                    goessinger, true],
    ['_ | _ | MUSTERFRAU<GOESSINGER<< | GABRIELE<<<<',                              goessinger, true],
    ['_ | _ | MUSTERFRAUGOESSINGER | GABRIELE',                                     goessinger, false],
    ['Somebody | Else | MUSTERFRAU<GOESSINGER | GABRIELE',                          goessinger, true],
    ['Musterfrau-Gößinger | Gabriele | SOMEBODY | ELSE',                            goessinger, true],
    ['Somebody | Else | SOMEBODY | ELSE',                                           goessinger, false],
    ['李 | 明 | LI | MING',                                                          li,         true],
    ['_ | _ | LI | MING',                                                           li,         false],
    ['_ | _ | _ | MING',                                                            li,         false],
    ['_ | _ | _ | MING',                                                            halfRead,   false],
    ['_ | _ | _ | MING',                                                            unread,     false],
    ['_ | _ | MUSTERFRAU<GOESSINGER | GABRIELA',                                    goessinger, false],
    ['_ | _ | MUSTERMANN<GOESSINGER | GABRIELE',                                    goessinger, false],
    ['Somebody | Else',                                                             strokes,    false],
    ['_ | 明',                                                                      li,         false],
    ['_ | āryan',                                                                   aryan,      true],
    ['_ | _ | _ | ARYAN',                                                           aryan,      true],
    ['Āryan | _',                                                                   aryan,      false],
    ['_ | _ | ONEILL | SEAN',                                                       sean,       true],
  ])('%s', (names, name, answer) => expect(named(names, name)).toBe(answer));

  it('agrees with itself in any case and normal form, and not with another', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(fc.property(word, word, (family, given) => {
      const name = { family, given, familyLatin: null, givenLatin: null };
      const nam = { fn: family.normalize('NFD').toUpperCase(), gn: given.toLowerCase(), fnt: '', gnt: '' };
      expect(agrees({ nam, dob: '' }, { name, birthDate: '1998-02-26' })).toBe(true);
      expect(agrees({ nam: { ...nam, gn: `${given}x` }, dob: '' }, { name, birthDate: '1998-02-26' })).toBe(false);
    }));
  });
});

describe('the birth date on a row', () => {
  it.each([
    ['', true], ['1998-02-26', true], ['1998', true], ['1998-00', true], ['1998-02', true], ['1998-02-00', true], ['1998-XX-XX', true], ['1998-00-26', true], ['0000-02-26', true],
    ['1999', false], ['1990', false], ['1998-10', false], ['1998-02-20', false], ['XXXX-03', false], ['1998-03', false], ['1998-02-27', false], ['1998-2-26', false], ['26.02.1998', false], ['1998-02-26T00:00:00', false], ['98', false], ['-', false],
  ])('%s: %s', (dob, answer) => expect(born(dob)).toBe(answer));
});
