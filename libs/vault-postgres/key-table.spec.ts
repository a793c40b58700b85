import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../test/kit/postgres.js';
import type { KeyRef } from '../kernel/index.js';
import { KeyTable } from './key-table.js';

/** Keys as they are stored: so many that putting them takes a while. */
const wrapped = () => Array.from({ length: 3_000 }, (): readonly [KeyRef, Buffer] => [{ owner: randomBytes(16).toString('hex'), class: 'person' }, randomBytes(60)]);

describe('two makers of the same keys', () => {
  let fresh: FreshDatabase;
  let pool: Pool;

  beforeAll(async () => {
    fresh = await freshDatabase();
    pool = new Pool({ ...fresh.keys, max: 2 });
  });
  afterAll(async () => {
    await pool.end();
    await fresh.drop();
  });

  it('never wait for each other in a circle, in whatever order each was asked for them, and are told the same', async () => {
    const table = new KeyTable(pool);
    await Promise.all([table.find([]), table.find([])]);
    for (let round = 0; round < 3; round += 1) {
      const keys = wrapped();
      const [one, other] = await Promise.all([table.add(keys), table.add(keys.toReversed())]);
      expect(one.size).toBe(keys.length);
      expect(other).toEqual(one);
    }
  });
});
