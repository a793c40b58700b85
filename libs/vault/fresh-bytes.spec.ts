import { expect, it } from '@jest/globals';
import { freshBytes } from './fresh-bytes.js';

it('never gives the same bytes twice, nor any that were not drawn', () => {
  const given = Array.from({ length: 5_000 }, (_, index) => freshBytes(index % 2 === 0 ? 12 : 16));
  expect(new Set(given.map((bytes) => bytes.toString('hex'))).size).toBe(given.length);
  expect(given.every((bytes, index) => bytes.length === (index % 2 === 0 ? 12 : 16))).toBe(true);
  const wiped = given.filter((bytes) => bytes.subarray(0, 8).every((byte) => byte === 0));
  expect(wiped).toEqual([]);
});
