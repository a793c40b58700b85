import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { lengthPrefixed } from './length-prefixed.js';

/** The same by the book: four bytes of length, big-endian, and the part in UTF-8. */
const byTheBook = (parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const [bytes, length] = [Buffer.from(part), Buffer.alloc(4)];
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

describe('parts behind their lengths', () => {
  it('are what they are by the book, texts and bytes in any script', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array());
    fc.assert(fc.property(fc.array(part), (parts) => expect(lengthPrefixed(parts)).toEqual(byTheBook(parts))));
  });

  // What is usual is written in one place of 1,024 bytes: on both sides of it, and where every unit takes all the bytes that one can.
  it.each([
    ['芳', 339],
    ['芳', 340],
    ['芳', 341],
    ['a', 1_019],
    ['a', 1_020],
    ['a', 1_021],
    ['芳', 5_000],
  ])('are so for %s, %d times', (unit, times) => {
    const text = unit.repeat(times);
    for (const parts of [[text], [Buffer.from(text)], [text, text], ['', text, Buffer.from(text), 'z']]) expect(lengthPrefixed(parts)).toEqual(byTheBook(parts));
  });

  it('are nothing where there is none', () => expect(lengthPrefixed([])).toHaveLength(0));
});
