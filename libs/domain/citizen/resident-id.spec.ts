import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, date, integer, nat, pre, property, tuple } from 'fast-check';
import { checkCharacter, isResidentId } from './resident-id.js';

const day = date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }).map((made) => made.toISOString().slice(0, 10));
const digits = (length: number) => array(integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));

/** A number that the standard admits, and the birth date in it. */
const residentId = tuple(constantFrom('11', '31', '44', '65', '71', '82'), digits(4), day, digits(3)).map(([province, rest, birthDate, sequence]) => {
  const body = `${province}${rest}${birthDate.replaceAll('-', '')}${sequence}`;
  return { number: `${body}${checkCharacter(body)}`, birthDate };
});

describe('a resident identity number (GB 11643)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
  ])('%s, the examples of the standard', (number, birthDate) => expect(isResidentId(number, birthDate)).toBe(true));

  it('is admitted with its own check character and birth date', () =>
    assert(property(residentId, ({ number, birthDate }) => isResidentId(number, birthDate))));

  it('with any one character changed is none', () =>
    assert(
      property(residentId, nat(17), constantFrom(...'0123456789X'.split('')), ({ number, birthDate }, at, character) => {
        pre(number.charAt(at) !== character);
        return !isResidentId(`${number.slice(0, at)}${character}${number.slice(at + 1)}`, birthDate);
      }),
    ));

  it('with two neighbours swapped is none', () =>
    assert(
      property(residentId, nat(16), ({ number, birthDate }, at) => {
        pre(number.charAt(at) !== number.charAt(at + 1));
        return !isResidentId(`${number.slice(0, at)}${number.charAt(at + 1)}${number.charAt(at)}${number.slice(at + 2)}`, birthDate);
      }),
    ));

  it('is nobody else’s: another birth date is refused', () =>
    assert(property(residentId, day, ({ number, birthDate }, other) => birthDate === other || !isResidentId(number, other))));

  it('of no known province is none', () => expect(isResidentId(`99010519491231002${checkCharacter('99010519491231002')}`, '1949-12-31')).toBe(false));

  it.each(['x', '0', '11', ' ', '\n'])('with %j before or behind it is none', (more) =>
    assert(property(residentId, ({ number, birthDate }) => !isResidentId(`${more}${number}`, birthDate) && !isResidentId(`${number}${more}`, birthDate))));
});
