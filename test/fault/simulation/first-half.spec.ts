import { describe, expect, it } from '@jest/globals';
import { nothingGoesWrong, simulation } from './simulated.js';

describe('Two API processes, a projector and a log on which everything goes wrong', () => {
  it('keep every promise in many runs', () => nothingGoesWrong(1, 1_000), 900_000);

  it('do the same, to the last byte, for the same seed', async () => {
    const { simulate } = await simulation();
    for (let seed = 1; seed <= 25; seed += 1) {
      const [first, second] = [await simulate({ seed }), await simulate({ seed })];
      expect([seed, second.lines, second.hash]).toEqual([seed, first.lines, first.hash]);
    }
    expect((await simulate({ seed: 1 })).hash).not.toBe((await simulate({ seed: 2 })).hash);
  }, 300_000);

  it('keep their promises in every case that once went wrong', async () => {
    const { simulate, KEPT } = await simulation();
    for (const kept of KEPT) expect([kept.was, (await simulate(kept)).wrong]).toEqual([kept.was, []]);
  }, 300_000);
});
