import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { durabilitySettings, PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, freshStream, PAST_DOUBLES } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

const INSERT = `insert into ledger.event (position, place, id, type, data, metadata) values ($1, ledger.place_of($2, $3), $4, 'Happened', '', '')`;

describe('The table of the log', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore({ connection: database.api });
    await store.append(append(freshStream(), 'no-stream', fact()));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const as = async (role: Connection, text: string): Promise<readonly unknown[]> => withClient(role, async (client) => (await client.query<{ readonly [column: string]: unknown }>(text)).rows);

  it.each(['update ledger.event set type = type', 'delete from ledger.event', 'truncate ledger.event', 'drop table ledger.event', 'alter table ledger.event disable trigger all', 'create table ledger.other ()'])(
    'refuses the API and the projector: %s',
    async (text) => {
      await expect(as(database.api, text)).rejects.toThrow(/permission denied|must be owner/);
      await expect(as(database.projector, text)).rejects.toThrow(/permission denied|must be owner/);
    },
  );

  it('is read by the projector, which cannot add to it', async () => {
    const projector = new PostgresEventStore({ connection: database.projector });
    expect(await projector.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
    expect(await projector.readAll(0n, 10)).toEqual(await store.readAll(0n, 10));
    await projector.close();
  });

  it('says of itself what is granted on it', async () => {
    const [{ comment }, ...none] = (await as(database.api, `select obj_description('ledger.event'::regclass) as comment`)) as [{ comment: string }];
    const granted = await as(
      database.superuser,
      `select grantee, string_agg(privilege_type, ', ' order by privilege_type) as may from information_schema.role_table_grants
       where table_schema = 'ledger' and table_name = 'event' and grantee <> 'xinma_owner' group by grantee order by grantee`,
    );
    expect(none).toEqual([]);
    expect(granted).toEqual([{ grantee: 'xinma_api', may: 'INSERT, SELECT' }, { grantee: 'xinma_projector', may: 'SELECT' }]);
    expect(comment).toContain('xinma_api may select and insert, xinma_projector may select; nobody but the owner may update, delete or truncate');
  });

  it('has two indexes: the order of the log, and the order of a stream', async () => {
    const indexes = await as(database.api, `select pg_get_indexdef(indexrelid) as it, indisunique from pg_index where indrelid = 'ledger.event'::regclass order by 1`);
    expect(indexes).toEqual([
      { it: expect.stringMatching(/\(place\)/), indisunique: true },
      { it: expect.stringMatching(/\(position\)|\("position"\)/), indisunique: true },
    ]);
  });

  // What an instance's own server says is in test/scenario/quick-start.
  it('has settings that its adapter can tell: the server of the suites does not wait for the disk', async () => {
    expect(await withClient(database.api, durabilitySettings)).toEqual({ fsync: 'off', synchronousCommit: 'on', fullPageWrites: 'on' });
  });

  it('keeps numbers exact that no double holds; a follower does not step over a hole that somebody made', async () => {
    const stream = freshStream();
    await withClient(database.api, (client) => client.query(INSERT, [PAST_DOUBLES.toString(), stream, PAST_DOUBLES.toString(), randomUUID()]));
    expect(await store.append(append(stream, { at: PAST_DOUBLES - 1n }, fact()))).toEqual({ kind: 'conflict', actual: { at: PAST_DOUBLES } });
    const next = { revision: PAST_DOUBLES + 1n, position: PAST_DOUBLES + 1n };
    expect(await store.append(append(stream, { at: PAST_DOUBLES }, fact()))).toEqual({ kind: 'appended', ...next, repeated: false });
    expect(await store.read({ stream, from: PAST_DOUBLES + 1n })).toMatchObject([next]);
    expect(await store.head()).toBe(PAST_DOUBLES + 1n);
    await expect(followUntil(store, 0n, 10)).rejects.toThrow('the log has a hole after position 0');
  });
});
