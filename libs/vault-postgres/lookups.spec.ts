import { describe, expect, it } from '@jest/globals';
import type { KeyRef } from '../kernel/index.js';
import { lookups } from './lookups.js';

const ref = (owner: string): KeyRef => ({ owner, class: 'person' });

describe('Look-ups', () => {
  const asked: string[][] = [];
  const lookUp = lookups(async (refs) => {
    asked.push(refs.map((each) => each.owner));
    return new Map(refs.map((each) => [`person/${each.owner}`, Buffer.from(each.owner)]));
  });

  it('of one tick share one statement, each key once; those of the next have their own', async () => {
    const found = await Promise.all([lookUp([ref('a'), ref('b')]), lookUp([ref('b'), ref('c')])]);
    await lookUp([ref('a')]);
    expect(asked).toEqual([['a', 'b', 'c'], ['a']]);
    expect(found[1]?.get('person/c')).toEqual(Buffer.from('c'));
  });

  it('fail together where the statement fails', async () => {
    const failing = lookups(() => Promise.reject(new Error('gone')));
    const both = await Promise.allSettled([failing([ref('a')]), failing([ref('b')])]);
    expect(both.map((each) => each.status)).toEqual(['rejected', 'rejected']);
  });
});
