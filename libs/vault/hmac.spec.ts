import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Hmac } from './hmac.js';

describe('HMAC-SHA-256', () => {
  // RFC 4231, sections 4.2, 4.3 and 4.5.
  it.each([
    ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ['0102030405060708090a0b0c0d0e0f10111213141516171819', 'cd'.repeat(50), '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b'],
  ])('is that of the standard under %s', (key, message, digest) => expect(new Hmac(Buffer.from(key, 'hex')).hex(Buffer.from(message, 'hex'))).toBe(digest));

  it('is that of the library for every length, one after another under one key', () => {
    const key = randomBytes(32);
    const hmac = new Hmac(key);
    for (const length of [1_200, 0, 1, 55, 56, 63, 64, 65, 200, 1_023, 1_024, 1_025, 70_000, 3]) {
      const message = randomBytes(length);
      const expected = createHmac('sha256', key).update(message).digest();
      expect(hmac.digest(message)).toEqual(expected);
      expect(hmac.hex(message)).toBe(expected.toString('hex'));
    }
  });

  it('takes a key of a whole block, and none that is longer', () => {
    const key = randomBytes(64);
    expect(new Hmac(key).digest(Buffer.from('a'))).toEqual(createHmac('sha256', key).update('a').digest());
    expect(() => new Hmac(randomBytes(65))).toThrow('a key is at most 64 bytes');
  });
});
