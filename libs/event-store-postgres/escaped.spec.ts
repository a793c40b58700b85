import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unescaped } from './escaped.js';

/** As the server writes bytes (byteaout). */
const escaped = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => (byte === 0x5c ? '\\\\' : byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte))).join('');

describe('Bytes that the server escaped', () => {
  it.each([
    ['', ''],
    ['{"at":1}', '{"at":1}'],
    ['a\\\\b', 'a\\b'],
    ['\\000\\377\\\\\\\\377', '\0\xff\\\\377'],
  ])('%j are %j', (text, bytes) => {
    expect(unescaped(text).toString('latin1')).toBe(bytes);
  });

  it('come out as they went in', () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.array(fc.constantFrom(0x5c, 0x30, 0x37, 0x00), { maxLength: 20 }).map((each) => Uint8Array.from(each))), (bytes) => {
      expect([...unescaped(escaped(bytes))]).toEqual([...bytes]);
    }));
  });
});
