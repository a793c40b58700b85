import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { rebuild } from '../../libs/read-models/index.js';
import { TABLES } from '../../libs/read-models/table-hash.js';
import { openPlayed, type Played } from '../contract/read-models/played.js';
import { story } from './rebuild-story.js';

describe('A rebuild beside a session that sits in a transaction in which it has read everything', () => {
  let played: Played;
  beforeAll(async () => {
    played = await openPlayed();
    await played.play(...story());
  }, 60_000);
  afterAll(() => played.close());

  const again = () => rebuild({ store: played.store, connection: played.database.owner });

  it('swaps and ends, says whose session keeps the next one from tidying up, and goes through when that is over', async () => {
    await withClient(played.database.owner, async (idler) => {
      await idler.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      for (const { name } of TABLES) await idler.query(`SELECT FROM read_model."${name}"`);
      const { rows } = await idler.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      expect((await again()).equal).toBe(true);
      await expect(again()).rejects.toThrow(`(process ${rows[0]?.pid} of the database)`);
      await played.play(...story());
      await idler.query('COMMIT');
    });
    expect((await again()).equal).toBe(true);
    expect(await withClient(played.database.owner, async (client) => (await client.query("SELECT FROM pg_namespace WHERE nspname LIKE 'read\\_model\\_%'")).rowCount)).toBe(0);
  });
});
