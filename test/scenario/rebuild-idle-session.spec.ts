import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { rebuild } from '../../libs/read-models/index.js';
import { TABLES } from '../../libs/read-models/table-hash.js';
import { openPlayed, type Played } from '../contract/read-models/played.js';
import { story } from './rebuild-story.js';

describe('A rebuild beside sessions that sit in a transaction in which they have read everything', () => {
  let played: Played;
  beforeAll(async () => {
    played = await openPlayed();
    await played.play(...story());
  }, 60_000);
  afterAll(() => played.close());

  const again = async (): Promise<boolean> => (await rebuild({ store: played.store, connection: played.database.owner })).equal;
  const asOwner = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(played.database.owner, work);
  const leftOvers = () => asOwner(async (client) => (await client.query("SELECT FROM pg_namespace WHERE nspname LIKE 'read\\_model\\_%'")).rowCount);
  const reading = (meanwhile: (pid: string) => Promise<void>): Promise<void> =>
    asOwner(async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      for (const { name } of TABLES) await client.query(`SELECT FROM read_model."${name}"`);
      await meanwhile(`process ${rows[0]?.pid}`);
      await client.query('COMMIT');
    });

  it('swaps and ends, and so does the next one; when that is over, nothing is left', async () => {
    await reading(async () => {
      expect(await again()).toBe(true);
      expect(await again()).toBe(true);
      expect(await leftOvers()).toBe(1);
    });
    expect(await again()).toBe(true);
    expect(await leftOvers()).toBe(0);
  }, 60_000);

  it('says whose sessions they are where it would keep more than three sets of tables for them', async () => {
    await reading(async (first) => {
      expect(await again()).toBe(true);
      await reading(async () => {
        expect(await again()).toBe(true);
        await reading(async () => {
          expect(await again()).toBe(true);
          await reading(async () => {
            expect(await again()).toBe(true);
            await expect(again()).rejects.toThrow(`(${first}, process `);
          });
        });
      });
    });
    expect(await again()).toBe(true);
    expect(await leftOvers()).toBe(0);
  }, 120_000);
});
