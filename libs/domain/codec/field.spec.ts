import { describe, expect, it } from '@jest/globals';
import { instant } from '../../kernel/index.js';
import { count, type Field, flag, listOf, nullable, oneOf, record, text, time } from './field.js';

interface Pair {
  readonly a: string;
  readonly b: number | null;
}
const pair = record<Pair>({ a: text, b: nullable(count) });

// prettier-ignore
const KEPT: readonly (readonly [string, Field<never>, unknown, unknown])[] = [
  // kind           field                          value                     as it is stored
  ['text',          text as Field<never>,          '',                       ''],
  ['a time',        time as Field<never>,          instant(0),               '1970-01-01T00:00:00.000Z'],
  ['a count',       count as Field<never>,         0,                        0],
  ['a large count', count as Field<never>,         Number.MAX_SAFE_INTEGER,  Number.MAX_SAFE_INTEGER],
  ['a yes',         flag as Field<never>,          true,                     true],
  ['a no',          flag as Field<never>,          false,                    false],
  ['a word',        oneOf('one', 'two') as Field<never>, 'two',              'two'],
  ['nothing',       nullable(count) as Field<never>, null,                   null],
  ['not nothing',   nullable(time) as Field<never>, instant(1),              '1970-01-01T00:00:00.001Z'],
  ['an empty list', listOf(count) as Field<never>, [],                       []],
  ['a list',        listOf(time) as Field<never>,  [instant(1), instant(0)], ['1970-01-01T00:00:00.001Z', '1970-01-01T00:00:00.000Z']],
  ['a record',      pair as Field<never>,          { a: 'x', b: null },      { a: 'x', b: null }],
];

describe('what is stored', () => {
  it.each(KEPT)('comes back: %s', (_what, field, value, json) => {
    expect(field.write(value as never)).toEqual(json);
    expect(field.read(json)).toEqual(value);
  });

  it('of a record stands in the order that was declared', () => expect(JSON.stringify(pair.write({ b: 2, a: 'x' }))).toBe('{"a":"x","b":2}'));

  it('of a closed set is as wide as the longest there can be, which may be null; text has no width', () =>
    expect([oneOf('a', 'three').width, nullable(oneOf('a', 'three')).width, nullable(oneOf('a')).width, nullable(text).width]).toEqual([7, 7, 4, undefined]));

  it.each<readonly [Field<unknown>, unknown, string]>([
    [text, 1, 'text'],
    [text, null, 'text'],
    [count, -1, 'a count'],
    [count, 1.5, 'a count'],
    [count, Number.MAX_SAFE_INTEGER + 1, 'a count'],
    [count, '1', 'a count'],
    [count, true, 'a count'],
    [flag, 0, 'true or false'],
    [flag, 'true', 'true or false'],
    [oneOf('one', 'two'), 'three', 'one of one, two'],
    [oneOf('one', 'two'), undefined, 'one of one, two'],
    [listOf(count), { length: 0 }, 'a list'],
    [listOf(count), '', 'a list'],
    [listOf(count), [1, -1], 'a count'],
    [nullable(count), undefined, 'a count'],
    [pair, null, 'a record'],
    [pair, [], 'a record'],
    [pair, 'a', 'a record'],
    [pair, { a: 'x', b: 1, c: 2 }, 'only known fields'],
    [pair, { a: 'x', b: 1, toString: 2 }, 'only known fields'],
    [pair, { a: 'x' }, 'a count'],
    [pair, { b: 1 }, 'text'],
  ] as readonly (readonly [Field<unknown>, unknown, string])[])('is refused where nobody wrote it: %# %j', (field, json, expected) => expect(() => field.read(json)).toThrow(expected));
});
