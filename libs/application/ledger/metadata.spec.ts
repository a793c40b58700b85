import { describe, expect, it } from '@jest/globals';
import { readMetadata, readVersion, writeMetadata } from './metadata.js';

describe('What stands beside an event', () => {
  it('is read as it was written', () => {
    const written = writeMetadata(3, 7n, 'print');
    expect(readMetadata(written)).toEqual({ v: 3, salt: expect.stringMatching(/^[\w-]{22}$/), prev: '7', fp: 'print' });
    expect(readVersion(written)).toBe(3);
  });

  it('keeps in memory little more than itself, whatever else is made meanwhile: the newest of the log are kept by the thousand', () => {
    const kept = Array.from({ length: 2_000 }, () => {
      for (let other = 0; other < 20; other += 1) Buffer.from('x'.repeat(200));
      return writeMetadata(1, undefined, 'f'.repeat(32));
    });
    const held = new Set(kept.map(({ buffer }) => buffer));
    const sum = (lengths: readonly number[]): number => lengths.reduce((whole, length) => whole + length, 0);
    expect(sum([...held].map(({ byteLength }) => byteLength))).toBeLessThan(2 * sum(kept.map(({ byteLength }) => byteLength)));
  });
});
