import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { LockedBarcodes1795478400000 } from '../../libs/read-models/migrations/1795478400000-locked-barcodes.js';
import { atInstitution } from '../kit/institutions.js';
import { NOON, sample, sampleEvents } from './read-models/facts.js';
import { openPlayed, type Played } from './read-models/played.js';

const [CLINIC, OTHER] = [atInstitution('clinic-east'), atInstitution('clinic-west')];
const [first, second, third] = [sampleEvents(1, 1), sampleEvents(2, 1), sampleEvents(3, 2)];

describe('The quarantine in Postgres', () => {
  let played: Played;
  const list = (before: bigint | null = null, limit = 10) => played.readModels.quarantine(CLINIC, before, limit);

  beforeAll(async () => {
    played = await openPlayed();
    // Positions 1 to 8: the first is released, the second released and locked again.
    await played.play(first.locked, second.locked, third.locked, first.released, second.released, second.locked, first.registered, third.withdrawn);
  });
  afterAll(() => played.close());

  it('lists what is locked, newest first', async () => expect(await list()).toEqual([{ sample: sample(2), position: 6n, since: NOON }, { sample: sample(3), position: 3n, since: NOON }]));

  it('goes on before a position, for as many as asked', async () => {
    expect((await list(null, 1)).map(({ position }) => position)).toEqual([6n]);
    expect((await list(6n)).map(({ position }) => position)).toEqual([3n]);
    expect(await list(3n)).toEqual([]);
  });

  it('has what was locked before institutions had ids, under the clinic’s name', async () => {
    const older = await openPlayed();
    await older.playBefore(first.locked);
    await older.play(second.locked);
    expect((await older.readModels.quarantine(CLINIC, null, 10)).map(({ position }) => position)).toEqual([2n, 1n]);
    expect(await older.readModels.quarantine(OTHER, null, 10)).toEqual([]);
    await older.close();
  });

  it('is each clinic’s own', async () => expect(await played.readModels.quarantine(OTHER, null, 10)).toEqual([]));

  it('is counted', async () => expect((await played.readModels.status()).counts).toMatchObject({ locked_barcode: 2 }));

  it('is filled by its migration with what the projection made', async () => {
    const rows = () => withClient(played.database.superuser, async (client) => (await client.query<object>('SELECT * FROM read_model.locked_barcode ORDER BY sample')).rows);
    const before = await rows();
    const migration = new LockedBarcodes1795478400000();
    await withClient(played.database.owner, async (client) => {
      const told: string[] = [];
      const runner = { query: (text: string) => Promise.resolve(told.push(text)) };
      await Reflect.apply(migration.down.bind(migration), migration, [runner]);
      await Reflect.apply(migration.up.bind(migration), migration, [runner]);
      await client.query('BEGIN');
      for (const text of told) await client.query(text);
      await client.query('COMMIT');
    });
    expect(before).toHaveLength(2);
    expect(await rows()).toEqual(before);
    expect(await list()).toHaveLength(2);
  });
});
