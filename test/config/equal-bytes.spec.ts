import { describe, expect, it } from '@jest/globals';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('Bytes in an expectation', () => {
  it('are equal by what is in them, wherever they stand', () => expect([{ at: 1, bytes: bytes('abc') }]).toStrictEqual([{ at: 1, bytes: Buffer.from('xabcx').subarray(1, 4) }]));

  it.each([['another byte', 'abd'], ['fewer', 'ab'], ['more', 'abcd'], ['none', '']])('are not where there is %s', (_what, other) => {
    expect(bytes('abc')).not.toEqual(bytes(other));
    expect([{ bytes: bytes('abc') }]).not.toEqual([{ bytes: bytes(other) }]);
  });

  it('are not the same kind where only one side is a Buffer', () => expect(bytes('abc')).not.toStrictEqual(new Uint8Array(bytes('abc'))));
});
