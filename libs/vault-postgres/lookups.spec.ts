import { describe, expect, it } from '@jest/globals';
import type { KeyRef } from '../kernel/index.js';
import { Lookups } from './lookups.js';

const ref = (owner: string): KeyRef => ({ owner, class: 'person' });

describe('Look-ups', () => {
  const asked: string[][] = [];
  const lookups = new Lookups(async (refs) => {
    asked.push(refs.map((each) => each.owner));
    return new Map(refs.map((each) => [`person/${each.owner}`, Buffer.from(each.owner)]));
  });

  it('of one tick share one statement, each key once; those of the next have their own', async () => {
    const found = await Promise.all([lookups.ask([ref('a'), ref('b')]), lookups.ask([ref('b'), ref('c')])]);
    await lookups.ask([ref('a')]);
    expect(asked).toEqual([['a', 'b', 'c'], ['a']]);
    expect(found[1]?.get('person/c')).toEqual(Buffer.from('c'));
  });

  it('fail together where the statement fails', async () => {
    const failing = new Lookups(() => Promise.reject(new Error('gone')));
    const both = await Promise.allSettled([failing.ask([ref('a')]), failing.ask([ref('b')])]);
    expect(both.map((each) => each.status)).toEqual(['rejected', 'rejected']);
  });
});
