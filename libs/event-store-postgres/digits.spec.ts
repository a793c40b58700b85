import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Digits, PLAIN, UUID, uuidAt } from './digits.js';

const read = (form: Digits, text: string, from = 0): string | undefined => {
  const bytes = Buffer.alloc(20, 0xee);
  const isOne = form.read(text, from, { bytes, at: 2 });
  expect(bytes.toString('hex', 0, 2) + bytes.toString('hex', 18)).toBe('eeeeeeee');
  return isOne ? bytes.toString('hex', 2, 18) : undefined;
};

describe('Bytes as digits', () => {
  it('are the UUID that they were', () => {
    for (let times = 0; times < 100; times += 1) {
      const uuid = randomUUID();
      expect(uuidAt(Buffer.from(`00${uuid.replaceAll('-', '')}ff`, 'hex'), 1)).toBe(uuid);
      expect(read(UUID, uuid)).toBe(uuid.replaceAll('-', ''));
    }
  });

  it('stand in their groups after what they begin with, and are kept when others are written', () => {
    const bytes = randomBytes(3);
    const written = new Digits([4, 2]).after('a-');
    const first = written(Buffer.from([0x01, 0xab, 0xff]), 0);
    expect(written(bytes, 0)).toBe(`a-${bytes.toString('hex', 0, 2)}-${bytes.toString('hex', 2)}`);
    expect(first).toBe('a-01ab-ff');
  });

  it('are read from where they begin to the end of the text, and only as they are written', () => {
    const hex = '0123456789abcdef0123456789abcdef';
    expect(read(PLAIN, hex)).toBe(hex);
    expect(read(PLAIN, `sample-${hex}`, 7)).toBe(hex);
    expect(read(PLAIN, `${hex}0`)).toBeUndefined();
    expect(read(UUID, '01234567-89ab-cdef-0123-456789abcdef', 1)).toBeUndefined();
    expect(read(UUID, '01234567x89ab-cdef-0123-456789abcdef')).toBeUndefined();
  });

  it('are nothing else: one other character anywhere', () => {
    fc.assert(
      fc.property(fc.nat(31), fc.oneof(fc.nat(255), fc.nat(0xffff)), (at, code) => {
        const other = String.fromCharCode(code);
        fc.pre(!/[0-9a-f]/.test(other));
        const text = `${'0'.repeat(at)}${other}${'f'.repeat(31 - at)}`;
        expect(read(PLAIN, text)).toBeUndefined();
      }),
    );
  });
});
