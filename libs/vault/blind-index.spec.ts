import { describe, expect, it } from '@jest/globals';
import { BlindIndex, NAME_KEY_VERSION } from './blind-index.js';

const index = new BlindIndex(Buffer.alloc(32, 7));

describe('a keyed name', () => {
  // Whoever changes one of these loses every person, document and tube that is stored: make a new key version instead.
  it('is for good', () => {
    expect(NAME_KEY_VERSION).toBe(1);
    expect(index.name('identity', 'passport', 'CN', 'E12345678')).toBe('caf101f30e71844fbc016872f82a8a89');
    expect(index.name('account', 'https://issuer.test', 'li-na')).toBe('9a72b3b2d81a5bd6c5fa7a53a6d3d578');
    expect(index.uuid('event-id', 'consent-1', '0')).toBe('86316141-4eaa-8965-ac8e-721ef92e69b5');
  });

  it('is 32 hex digits, a UUID of version 8', () => {
    expect(index.name('a', 'b')).toMatch(/^[0-9a-f]{32}$/);
    expect(index.uuid('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it.each([
    ['another key', new BlindIndex(Buffer.alloc(32, 8)).name('identity', 'ab', 'c')],
    ['another use', index.name('account', 'ab', 'c')],
    ['parts moved over a border', index.name('identity', 'a', 'bc')],
    ['parts joined', index.name('identity', 'abc')],
    ['an empty part more', index.name('identity', 'ab', 'c', '')],
    ['parts in another order', index.name('identity', 'c', 'ab')],
  ])('is another one with %s', (_what, other) => expect(other).not.toBe(index.name('identity', 'ab', 'c')));

  it('is the beginning of a MAC of 32 bytes, which takes bytes as it takes their text', () => {
    for (const mac of [index.mac('use', ['芳']), index.mac('use', [Buffer.from('芳')])]) {
      expect(mac).toHaveLength(32);
      expect(mac.toString('hex').slice(0, 32)).toBe(index.name('use', '芳'));
    }
  });
});
