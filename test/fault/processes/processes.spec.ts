import { describe, expect, it } from '@jest/globals';
import { killedApi } from './faults/killed-api.js';
import { play } from './run.js';

describe('Real processes under fire', () => {
  it('keep every promise when an API process is killed while clients ask', async () => {
    const plan = { seed: 1, size: { adults: 4, wards: 1, clients: 6, consents: 6 }, pace: 60, acts: [{ seconds: 2, faults: [killedApi], clockError: 2_000 }] };
    const { survived, wrong, seen } = await play(plan, () => undefined);
    expect(wrong).toEqual([]);
    expect(survived.filter(({ bit }) => bit).length).toBeGreaterThan(0);
    expect(seen.shown).toBeGreaterThan(0);
    // Some heard nothing, and asked until they did.
    expect(seen.operations.filter(({ outcome }) => outcome === 'unanswered').length).toBeGreaterThan(0);
  }, 120_000);
});
