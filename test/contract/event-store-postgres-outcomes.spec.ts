import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { type Append, MAX_EVENT_BYTES, StoreUnavailable, type Verdict } from '../../libs/event-store/index.js';
import { PostgresEventStore, type PostgresEventStoreSettings } from '../../libs/event-store-postgres/index.js';
import { LOCK } from '../../libs/event-store-postgres/sql.js';
import { eventually } from '../kit/eventually.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, facts, freshStream, streamOf } from './event-store/facts.js';
import { inSwedish, wireTo, withoutBeginning } from './event-store/wire.js';

const TABLE_LOCK = 'lock table ledger.event in share mode';

describe('What a writer is told when the machine breaks:', () => {
  let database: FreshDatabase;
  let other: Client;
  const stores: PostgresEventStore[] = [];
  const open = (settings: Partial<PostgresEventStoreSettings> = {}): PostgresEventStore => {
    const store = new PostgresEventStore({ connection: database.api, ...settings });
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    other = new Client(database.owner);
    await other.connect();
    await other.query('begin');
  });
  afterEach(async () => {
    await other.end();
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });

  /** Waits until the store's appending session waits for `other`, and ends it. */
  const terminateTheAppender = async (which = `wait_event_type = 'Lock'`): Promise<void> =>
    withClient(database.superuser, async (client) => {
      for (let ended = 0; ended === 0; ) {
        await sleep(10);
        const { rowCount } = await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'xinma append' and ${which} and datname = current_database()`,
        );
        ended = rowCount ?? 0;
      }
    });

  it('killed while it waits for the lock: unknown, and asking again settles it', async () => {
    const store = open();
    await other.query(LOCK);
    const asked = append(freshStream(), 'no-stream', fact());
    const verdict = store.append(asked);
    await terminateTheAppender();
    expect(await verdict).toEqual({ kind: 'unknown' });
    await other.query('rollback');
    expect(await store.read({ stream: asked.stream })).toEqual([]);
    expect(await store.append(asked)).toMatchObject({ kind: 'appended', repeated: false });
  });

  it('killed while it writes: unknown for everyone in the batch; asking again settles it', async () => {
    const store = open();
    await other.query(TABLE_LOCK);
    const asked = [append(freshStream(), 'no-stream', ...facts(2)), append(freshStream(), { at: 3n }, fact())];
    const verdicts = store.appendAll(asked);
    await terminateTheAppender();
    expect(await verdicts).toEqual([{ kind: 'unknown' }, { kind: 'unknown' }]);
    await other.query('rollback');
    expect(await store.appendAll(asked)).toMatchObject([{ kind: 'appended', revision: 1n, repeated: false }, { kind: 'conflict', actual: 'no-stream' }]);
  });

  it('killed while it waits with so many that they go in parts: unknown for all; asking again settles it', async () => {
    const store = open();
    await other.query(LOCK);
    const asked = Array.from({ length: 900 }, () => append(freshStream(), 'no-stream', fact()));
    const verdicts = store.appendAll(asked);
    await terminateTheAppender();
    expect(new Set((await verdicts).map(({ kind }) => kind))).toEqual(new Set(['unknown']));
    await other.query('rollback');
    const before = await store.head();
    expect((await store.appendAll(asked)).every((verdict) => verdict.kind === 'appended' && !verdict.repeated)).toBe(true);
    expect(await store.head()).toBe(before + 900n);
  });

  it('another process sits on the lock, and many wait in parts: unavailable, none of them is there', async () => {
    const store = open({ deadlines: { lock: 100 } });
    await other.query(LOCK);
    const [head, asked] = [await store.head(), Array.from({ length: 900 }, () => append(freshStream(), 'no-stream', fact()))];
    expect(new Set((await store.appendAll(asked)).map(({ kind }) => kind))).toEqual(new Set(['unavailable']));
    await other.query('rollback');
    expect(await store.head()).toBe(head);
    expect(new Set((await store.appendAll(asked)).map(({ kind }) => kind))).toEqual(new Set(['appended']));
  });

  describe('the server does not begin a transaction', () => {
    const begins = async (asked: readonly Append[]): Promise<readonly Verdict[]> => {
      const wire = await wireTo(database.api.host, database.api.port, { store: withoutBeginning() });
      const store = open({ connection: { ...database.api, host: wire.host } });
      const verdicts = await store.appendAll(asked);
      await Promise.all(stores.splice(0).map((each) => each.close()));
      await wire.close();
      return verdicts;
    };

    it('for many that go in parts: no part goes in on its own, all are looked at and go in together', async () => {
      const [there, missing] = [(await streamOf(open(), 1)).stream, freshStream()];
      const asked = [...Array.from({ length: 900 }, () => append(freshStream(), 'no-stream', fact())), append(there, 'no-stream', fact()), append(missing, { at: 0n }, fact())];
      const verdicts = await begins(asked);
      expect(verdicts.slice(0, 900).every((verdict) => verdict.kind === 'appended' && !verdict.repeated)).toBe(true);
      expect(verdicts.slice(900)).toEqual([{ kind: 'conflict', actual: { at: 0n } }, { kind: 'conflict', actual: 'no-stream' }]);
    });

    it('for what has to be looked at first: unavailable, and it is not there', async () => {
      const asked = append(freshStream(), 'any', fact());
      expect(await begins([asked])).toEqual([{ kind: 'unavailable' }]);
      expect(await open().read({ stream: asked.stream })).toEqual([]);
    });
  });

  it('another process sits on the lock: unavailable after the time given for it', async () => {
    const store = open({ deadlines: { lock: 100 } });
    await other.query(LOCK);
    expect(await store.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
    await other.query('rollback');
    expect(await store.append(append(freshStream(), 'no-stream', fact()))).toMatchObject({ kind: 'appended' });
  });

  it('the server refuses a row: unavailable, the whole batch is rolled back', async () => {
    const store = open({ deadlines: { lock: 100 } });
    await other.query(TABLE_LOCK);
    const asked = append(freshStream(), 'no-stream', fact());
    expect(await store.append(asked)).toEqual({ kind: 'unavailable' });
    expect(await store.read({ stream: asked.stream })).toEqual([]);
  });

  it('a wrong guess is a conflict, whatever language the server tells it in', async () => {
    const wire = await wireTo(database.api.host, database.api.port, { server: inSwedish });
    const store = open({ connection: { ...database.api, host: wire.host } });
    const { stream } = await streamOf(open(), 2);
    expect(await store.append(append(stream, 'no-stream', fact()))).toEqual({ kind: 'conflict', actual: { at: 1n } });
    expect(await store.append(append(stream, { at: 1n }, fact()))).toMatchObject({ kind: 'appended', revision: 2n });
    await Promise.all(stores.splice(0).map((each) => each.close()));
    await wire.close();
  });

  it('the server comes back with an older log: what was seen in the one before is not believed', async () => {
    const store = open();
    const { stream } = await streamOf(store, 1);
    await withClient(database.owner, (client) => client.query('truncate ledger.event'));
    await terminateTheAppender(`state = 'idle'`);
    await eventually(() => store.append(append(freshStream(), 'no-stream', fact())), ({ kind }) => kind === 'appended');
    expect(await store.append(append(stream, { at: 0n }, fact()))).toEqual({ kind: 'conflict', actual: 'no-stream' });
    expect(await store.read({ stream })).toEqual([]);
  });

  it('what waited too long behind a server that says nothing is never sent: unavailable', async () => {
    const wire = await wireTo(database.api.host, database.api.port);
    const store = open({ connection: { ...database.api, host: wire.host }, deadlines: { append: 300 } });
    await streamOf(store, 1);
    wire.silence();
    const first = store.append(append(freshStream(), 'no-stream', fact()));
    await sleep(50);
    // This one fills a batch, so that the next has waited through two when the server answers again.
    const second = store.append(append(freshStream(), 'no-stream', ...facts(5_000)));
    const late = store.append(append(freshStream(), 'no-stream', fact()));
    expect(await first).toEqual({ kind: 'unknown' });
    expect(await second).toEqual({ kind: 'unavailable' });
    wire.heal();
    expect(await late).toEqual({ kind: 'unavailable' });
    await Promise.all(stores.splice(0).map((each) => each.close()));
    await wire.close();
  });

  it('too many wait already: unavailable at once, the others go in', async () => {
    const store = open({ maxWaiting: 2 });
    const verdicts = await store.appendAll([1, 2, 3].map(() => append(freshStream(), 'no-stream', fact())));
    expect(verdicts.map(({ kind }) => kind)).toEqual(['appended', 'appended', 'unavailable']);
  });

  it('more bytes than may wait at once go in one after the other', async () => {
    const store = open();
    const large = Array.from({ length: 15 }, () => fact(new Uint8Array(MAX_EVENT_BYTES - 4)));
    for (let times = 0; times < 5; times += 1) expect(await store.append(append(freshStream(), 'no-stream', ...large))).toMatchObject({ kind: 'appended' });
  });

  it('the store is closed: what waits is answered, what comes later is unavailable', async () => {
    const store = open();
    const last = store.append(append(freshStream(), 'no-stream', fact()));
    await store.close();
    expect(await last).toMatchObject({ kind: 'appended' });
    expect(await store.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unavailable' });
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await expect(store.read({ stream: freshStream() })).rejects.toThrow(StoreUnavailable);
  });
});
