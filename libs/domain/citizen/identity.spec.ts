import { describe, expect, it } from '@jest/globals';
import { CitizenId, open } from '../../kernel/index.js';
import type { PersonName } from '../person.js';
import type { Enrolled } from './citizen.js';
import { admitIdentity, type Identity, isPhone, sameIdentity } from './identity.js';

const TODAY = '2026-11-23';
const name = (family: string | null, given: string): PersonName => ({ family, given, familyLatin: null, givenLatin: null });
const wang: Identity = { name: name('王', '芳'), document: { type: 'resident-id', state: 'CN', number: '11010519491231002X' }, birthDate: '1949-12-31' };
const latin = (familyLatin: string | null, givenLatin: string | null): Identity => ({ ...wang, name: { ...wang.name, familyLatin, givenLatin } });
const passport = (state: string, number: string): Identity => ({ ...wang, document: { type: 'passport', state, number } });
const enrolled = ({ name: own, document, birthDate }: Identity): Enrolled => ({
  status: 'enrolled',
  citizen: CitizenId('c1'.repeat(16)),
  way: 'self',
  name: open(own),
  document: open(document),
  birthDate: open(birthDate),
  phone: open(null),
});

describe('a description of a person', () => {
  it('is brought to one form', () => {
    expect(admitIdentity({ ...wang, document: { type: 'resident-id', state: 'cn', number: '110105 19491231 002x' } }, TODAY)).toEqual(wang);
    expect(admitIdentity(passport('de', 'c01-x00t 47'), TODAY)).toEqual(passport('DE', 'C01X00T47'));
    expect(admitIdentity({ ...wang, name: name(' 王', '芳 ') }, TODAY)).toEqual(wang);
    expect(admitIdentity({ ...wang, name: name(null, 'Zoe\u0308') }, TODAY)).toEqual({ ...wang, name: name(null, 'Zo\u00EB') });
  });

  it.each([
    ['a number whose check character is wrong', 'document', { ...wang, document: { ...wang.document, number: '110105194912310021' } }],
    ['a number of another birth date', 'document', { ...wang, birthDate: '1949-12-30' }],
    ['a resident id of another state', 'document', { ...wang, document: { ...wang.document, state: 'DE' } }],
    ['a passport of no state', 'document', passport('XX', 'C01X00T47')],
    ['a passport of an empty state', 'document', passport('', 'C01X00T47')],
    ['a passport number of three characters', 'document', passport('DE', 'C01')],
    ['a passport number of 21 characters', 'document', passport('DE', 'C'.repeat(21))],
    ['another sign before a passport number', 'document', passport('DE', '/C01X00T47')],
    ['another sign behind a passport number', 'document', passport('DE', 'C01X00T47/')],
    ['a passport number with other signs', 'document', passport('DE', 'C01/X00')],
    ['a day that no calendar has', 'birthDate', { ...passport('DE', 'C01X00T47'), birthDate: '1950-02-30' }],
    ['a partial date', 'birthDate', { ...passport('DE', 'C01X00T47'), birthDate: '1950' }],
    ['a day that nobody alive was born on', 'birthDate', { ...passport('DE', 'C01X00T47'), birthDate: '1849-12-31' }],
    ['a day in the future', 'birthDate', { ...passport('DE', 'C01X00T47'), birthDate: '2026-11-24' }],
    ['an empty name', 'name', { ...wang, name: name('王', ' ') }],
    ['a name of 81 characters', 'name', { ...wang, name: name('王', '芳'.repeat(81)) }],
    ['a control character', 'name', { ...wang, name: name('王', '芳\u0007') }],
    ['a bidirectional control', 'name', { ...wang, name: name('王\u202E', '芳') }],
    ['a transliteration that is none', 'name', latin(null, '芳')],
    ['one that ends in another script', 'name', latin('WANG王', 'FANG')],
    ['one that begins in another script', 'name', latin('王WANG', 'FANG')],
    ['an empty one of the family name', 'name', latin('', 'FANG')],
    ['an empty one of the given name', 'name', latin('WANG', ' ')],
  ])('with %s names the field', (_what, field, told) => expect(admitIdentity(told, TODAY)).toEqual({ kind: 'refused', code: field === 'birthDate' ? 'birth-date' : field, field }));

  it.each([
    ['transliterations', latin('WANG', "O'NEILL-FANG")],
    ['one of the given name alone', latin(null, 'F')],
    ['a birth date of today', { ...passport('DE', 'C01X00T47'), birthDate: TODAY }],
    ['the earliest birth date', { ...passport('DE', 'C01X00T47'), birthDate: '1850-01-01' }],
    ['a number of four characters', passport('DE', 'C01X')],
    ['a number of twenty characters', passport('ZW', 'C'.repeat(20))],
  ])('with %s is taken', (_what, told) => expect(admitIdentity(told, TODAY)).toEqual(told));

  it('takes no name of which nothing is to be seen', () => {
    for (const unseen of ['\u200B', '\u200D', '\u3164', '\u2800', '\u0301', '\u200B \u200D']) expect(admitIdentity({ ...wang, name: name(null, unseen) }, TODAY)).toMatchObject({ field: 'name' });
  });

  it('takes names of any script, up to 80 characters', () => {
    for (const given of ['Нурсұлтан', 'עמית', 'محمد', 'र\u094D\u200Dया', '𠮷'.repeat(80)]) expect(admitIdentity({ ...wang, name: name(null, given) }, TODAY)).not.toHaveProperty('kind');
  });
});

describe('two descriptions', () => {
  const mueller: Identity = { ...passport('DE', 'C01X00T47'), name: name('Müller', 'Strauß') };

  it('are of one person whatever case they are written in', () => expect(sameIdentity({ ...mueller, name: name('MU\u0308LLER', 'STRAUSS') }, enrolled(mueller))).toBe(true));
  it('are of one person where neither has a family name', () => expect(sameIdentity({ ...mueller, name: name(null, 'Strauß') }, enrolled({ ...mueller, name: name(null, 'Strauß') }))).toBe(true));

  it.each([
    ['another name', { ...mueller, name: name('Müller', 'Straus') }],
    ['no family name', { ...mueller, name: name(null, 'Strauß') }],
    ['another birth date', { ...mueller, birthDate: '1949-12-30' }],
    ['another number', { ...mueller, document: { ...mueller.document, number: 'C01X00T48' } }],
    ['another state', { ...mueller, document: { ...mueller.document, state: 'AT' } }],
    ['another kind of document', { ...mueller, document: { ...mueller.document, type: 'permit' as const } }],
  ])('with %s are not', (_what, told) => expect(sameIdentity(told, enrolled(mueller))).toBe(false));

  it.each(['name', 'document', 'birthDate'])('are not where the %s of the enrolled one cannot be opened', (field) =>
    expect(sameIdentity(mueller, { ...enrolled(mueller), [field]: { kind: 'shut', sealed: '' } })).toBe(false));
});

it.each([['+8613800138000', true], ['x+8613800138000', false], ['+8613800138000x', false], ['+123456', false], ['+1234567', true], ['+123456789012345', true], ['+1234567890123456', false], ['+4930123456', true], ['13800138000', false], ['+0123456789', false], ['+12345678901234567', false]])('phone %s: %s', (text, fit) =>
  expect(isPhone(text)).toBe(fit));
