import { describe, expect, it } from '@jest/globals';
import { frozenMigrations, migrationsToday } from './migrations.js';

describe('A migration that was published', () => {
  it('tells a database what it always told: a change is another migration (npm run golden:freeze freezes it)', async () => {
    expect(await migrationsToday()).toEqual(frozenMigrations());
  });
});
