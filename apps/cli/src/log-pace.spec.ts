import { expect, it } from '@jest/globals';
import { logPaceLine } from './log-pace.js';

it.each([
  [0n, 1_000, { position: 5_000n, target: 20_000n }, ' 25 %  5000 of 20000 events  5000/s  3 s left'],
  [10_000n, 2_000, { position: 20_000n, target: 1_000_000n }, '  2 %  20000 of 1000000 events  5000/s  4 min left'],
  [0n, 0, { position: 0n, target: 0n }, '100 %  0 of 0 events  0/s'],
])('tells how far, how fast and how long: %s after %s ms', (from, milliseconds, at, line) => expect(logPaceLine(from, milliseconds, at)).toBe(line));
