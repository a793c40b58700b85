import { describe, expect, it, jest } from '@jest/globals';
import { KeyCache } from './key-cache.js';

const MINUTE = 60_000;

describe('The cache of keys', () => {
  it('drops the least recently used one and overwrites it', () => {
    const cache = new KeyCache(2, MINUTE);
    cache.set('a', Buffer.from('aaaa'));
    cache.set('b', Buffer.from('bbbb'));
    const b = cache.get('b');
    cache.get('a');
    cache.set('c', Buffer.from('cccc'));
    expect([cache.get('a'), cache.get('b'), cache.get('c')].map(String)).toEqual(['aaaa', 'undefined', 'cccc']);
    expect(b).toEqual(Buffer.alloc(4));
  });

  it('gives a key for its time, and then neither gives nor keeps it', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const cache = new KeyCache(2, MINUTE);
    cache.set('a', Buffer.from('aaaa'));
    now.mockReturnValue(MINUTE - 1);
    const kept = cache.get('a');
    expect(String(kept)).toBe('aaaa');
    now.mockReturnValue(MINUTE);
    expect(cache.get('a')).toBeUndefined();
    now.mockRestore();
    expect(kept).toEqual(Buffer.alloc(4));
  });

  it('overwrites a key that another one replaces', () => {
    const cache = new KeyCache(2, MINUTE);
    cache.set('a', Buffer.from('aaaa'));
    const kept = cache.get('a');
    cache.set('a', Buffer.from('bbbb'));
    expect([kept, String(cache.get('a'))]).toEqual([Buffer.alloc(4), 'bbbb']);
  });

  it('while it is not half full, does not count who was asked for', () => {
    const cache = new KeyCache(4, MINUTE);
    for (const id of ['a', 'b']) cache.set(id, Buffer.from('kkkk'));
    cache.get('a');
    for (const id of ['c', 'd', 'e']) cache.set(id, Buffer.from('kkkk'));
    expect(['a', 'b', 'c', 'd', 'e'].map((id) => cache.get(id) === undefined)).toEqual([true, false, false, false, false]);
  });

  it('overwrites what is past its time also where nobody asks for it again', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(0);
    const cache = new KeyCache(100, MINUTE);
    const kept = ['a', 'b', 'c'].map((owner) => {
      cache.set(owner, Buffer.from('kkkk'));
      return cache.get(owner);
    });
    now.mockReturnValue(MINUTE);
    cache.set('d', Buffer.from('dddd'));
    expect(kept.map((key) => key?.equals(Buffer.alloc(4)))).toEqual([true, true, false]);
    cache.set('e', Buffer.from('eeee'));
    now.mockRestore();
    expect(kept.at(-1)).toEqual(Buffer.alloc(4));
  });

  it('lies in memory that nothing else shares', () => {
    const cache = new KeyCache(2, MINUTE);
    cache.set('a', Buffer.from('aaaa'));
    expect(cache.get('a')?.buffer.byteLength).toBe(4);
  });

  it('keeps a copy, and overwrites all of it when wiped', () => {
    const cache = new KeyCache(2, MINUTE);
    const mine = Buffer.from('aaaa');
    cache.set('a', mine);
    const kept = cache.get('a');
    cache.wipe();
    expect([String(mine), kept, cache.get('a')]).toEqual(['aaaa', Buffer.alloc(4), undefined]);
  });
});
