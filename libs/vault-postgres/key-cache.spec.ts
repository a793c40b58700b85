import { describe, expect, it } from '@jest/globals';
import type { KeyRef } from '../kernel/index.js';
import { KeyCache } from './key-cache.js';

const ref = (owner: string): KeyRef => ({ owner, class: 'person' });
const MINUTE = 60_000;

describe('The cache of keys', () => {
  it('drops the least recently used one and overwrites it', () => {
    const cache = new KeyCache(2, MINUTE);
    cache.set(ref('a'), Buffer.from('aaaa'));
    cache.set(ref('b'), Buffer.from('bbbb'));
    const b = cache.get(ref('b'));
    cache.get(ref('a'));
    cache.set(ref('c'), Buffer.from('cccc'));
    expect([cache.get(ref('a')), cache.get(ref('b')), cache.get(ref('c'))].map(String)).toEqual(['aaaa', 'undefined', 'cccc']);
    expect(b).toEqual(Buffer.alloc(4));
  });

  it('forgets after its time', () => {
    const cache = new KeyCache(2, 0);
    cache.set(ref('a'), Buffer.from('aaaa'));
    expect(cache.get(ref('a'))).toBeUndefined();
  });

  it('keeps a copy, and overwrites all of it when wiped', () => {
    const cache = new KeyCache(2, MINUTE);
    const mine = Buffer.from('aaaa');
    cache.set(ref('a'), mine);
    const kept = cache.get(ref('a'));
    cache.wipe();
    expect([String(mine), kept, cache.get(ref('a'))]).toEqual(['aaaa', Buffer.alloc(4), undefined]);
  });
});
