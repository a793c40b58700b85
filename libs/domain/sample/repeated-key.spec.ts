import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hasRepeatedKey } from './repeated-key.js';

describe('a key that an object names twice', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"b":2}', false],
    ['{ "a" : 1 , "a" : 2 }', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a\\"":1,"a\\"":2}', true],
    ['{"a":{"a":1},"b":{"a":1}}', false],
    ['{"a":{"b":1,"b":2}}', true],
    ['{"b":{"a":1},"b":2}', true],
    ['{"b":[{"a":1},{"a":2}]}', false],
    ['[{"a":1},{"a":1,"a":2}]', true],
    ['{"a":[1,[2]],"b":["a","a"],"a":1}', true],
    ['{"a":"a","b":"b:","c":"{","d":"]"}', false],
    ['["a","a"]', false],
    ['{"":1,"":2}', true],
    ['{}', false],
    ['"a"', false],
  ])('%s: %s', (json, repeated) => expect(hasRepeatedKey(json)).toBe(repeated));

  it('is never found in what was written from an object, whatever its spaces', () =>
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => expect(hasRepeatedKey(JSON.stringify(value, null, space))).toBe(false))));

  it('is found wherever it stands', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), (before, key, after) => {
        const [name, rest] = [JSON.stringify(key), JSON.stringify(after)];
        expect(hasRepeatedKey(`[${JSON.stringify(before)},{${name}:${rest},"-${name.slice(1)}:0, ${name} :${rest}}]`)).toBe(true);
      }),
    ));
});
