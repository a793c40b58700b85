import { performance } from 'node:perf_hooks';
import { expect, it } from '@jest/globals';
import { atEvenPace, PACE } from './even-pace.js';

// A lower bound only: no machine is too slow for it.
it('an answer about a document comes no sooner than at its pace, however little work it took', async () => {
  const began = performance.now();
  expect(await atEvenPace(async () => 'answer')).toBe('answer');
  expect(performance.now() - began).toBeGreaterThan(PACE - 2);
});
