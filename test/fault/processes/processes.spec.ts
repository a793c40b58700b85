import { describe, expect, it } from '@jest/globals';
import { exchangedApi } from './faults/exchanged-api.js';
import { killedApi } from './faults/killed-api.js';
import { play } from './run.js';
import { compileOlder } from './stage/older.js';

describe('Real processes under fire', () => {
  it('keep every promise when an API process is killed while clients ask', async () => {
    const plan = { seed: '1', size: { adults: 4, wards: 1, clients: 6, consents: 6 }, habits: { pace: 60, insists: 45_000 }, acts: [{ seconds: 2, faults: [killedApi], clockError: 2_000 }] };
    const { survived, wrong, seen } = await play(plan, () => undefined);
    expect(wrong).toEqual([]);
    expect(survived.filter(({ bit }) => bit).length).toBeGreaterThan(0);
    expect(seen.shown).toBeGreaterThan(0);
    // Some heard nothing, and asked until they did.
    expect(seen.operations.filter(({ outcome }) => outcome === 'unanswered').length).toBeGreaterThan(0);
  }, 120_000);

  it('keep them when an API process is exchanged for one of an older version; a copy without history says that it has none', async () => {
    const older = await compileOlder();
    const plan = { seed: '2', size: { adults: 4, wards: 1, clients: 6, consents: 6 }, habits: { pace: 60, insists: 45_000 }, acts: [{ seconds: 8, faults: [exchangedApi], clockError: 2_000 }] };
    try {
      const { survived, wrong, seen, left } = await play(plan, () => undefined, Promise.resolve(older));
      expect(wrong).toEqual([]);
      expect(seen.shown).toBeGreaterThan(0);
      expect([...left.values()]).toEqual(older.why === undefined ? [] : [older.why]);
      expect(survived.some(({ bit }) => bit)).toBe(older.program !== undefined);
    } finally {
      older.remove();
    }
    expect(await compileOlder('2020-01-01T00:00:00Z')).toMatchObject({ why: 'this copy has no history before 2020-01-01T00:00:00Z' });
  }, 180_000);
});
