import { describe, expect, it, jest } from '@jest/globals';
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

  it('overwrites what is past its time also where nobody asks for it again', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const cache = new KeyCache(100, MINUTE);
    const kept = ['a', 'b', 'c'].map((owner) => {
      cache.set(ref(owner), Buffer.from('kkkk'));
      return cache.get(ref(owner));
    });
    now.mockReturnValue(MINUTE);
    cache.set(ref('d'), Buffer.from('dddd'));
    expect(kept.map((key) => key?.equals(Buffer.alloc(4)))).toEqual([true, true, false]);
    cache.set(ref('e'), Buffer.from('eeee'));
    now.mockRestore();
    expect(kept.at(-1)).toEqual(Buffer.alloc(4));
  });

  it('lies in memory that nothing else shares', () => {
    const cache = new KeyCache(2, MINUTE);
    cache.set(ref('a'), Buffer.from('aaaa'));
    expect(cache.get(ref('a'))?.buffer.byteLength).toBe(4);
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
