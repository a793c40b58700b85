import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hasMoreStrings } from './count-strings.js';

function stringsIn(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each: unknown) => sum + stringsIn(each), 0);
  return typeof value === 'object' && value !== null ? Object.values(value).reduce((sum: number, each: unknown) => sum + 1 + stringsIn(each), 0) : 0;
}

/** The least that it has no more than. */
function counted(json: string): number {
  for (let most = 0; ; most += 1) if (!hasMoreStrings(json, most)) return most;
}

describe('The strings of a JSON text', () => {
  it.each([
    ['{"a":1,"a":2}', 2],
    ['{ "a" : "" , "a" : 2 }', 3],
    ['{"a\\"":1,"a\\\\":"\\\\"}', 3],
    ['{"a":"b:","c":"{","d":"]"}', 6],
    ['["a","a"]', 2],
    ['{}', 0],
    ['"a"', 1],
  ])('%s are counted, also those that are written over', (json, count) => expect(counted(json)).toBe(count));

  it('are counted whatever they hold, and whatever is between them', () =>
    fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => expect(counted(JSON.stringify(value, null, space))).toBe(stringsIn(value)))));
});
