import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { type RecordedEvent, StoreUnavailable } from '../../libs/event-store/index.js';
import { CommitBell, PostgresEventStore, type PostgresEventStoreSettings } from '../../libs/event-store-postgres/index.js';
import { eventually } from '../kit/eventually.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, fact, facts, freshStream, idsOf } from './event-store/facts.js';
import { followUntil } from './event-store/following.js';

describe('A store in Postgres', () => {
  let database: FreshDatabase;
  const stores: PostgresEventStore[] = [];
  const open = (settings: Partial<PostgresEventStoreSettings> = {}): PostgresEventStore => {
    const store = new PostgresEventStore({ connection: database.api, ...settings });
    stores.push(store);
    return store;
  };
  const sessions = (): Promise<readonly string[]> =>
    withClient(database.superuser, async (client) =>
      (await client.query<{ name: string }>(`select application_name as name from pg_stat_activity where datname = current_database() and application_name like 'xinma %' order by 1`)).rows.map(({ name }) => name),
    );
  /** Events that were never written, behind the log: who is given them was told by the bell. */
  const told = async (store: PostgresEventStore, count: number): Promise<readonly RecordedEvent[]> => {
    const [head, stream] = [await store.head(), freshStream()];
    return facts(count).map((event, index) => ({ ...event, stream, revision: BigInt(index), position: head + BigInt(index + 1) }));
  };

  beforeAll(async () => {
    database = await freshDatabase();
    await open().append(append(freshStream(), 'no-stream', ...facts(3)));
  });
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));
  afterAll(() => database.drop());

  it('has a log without gaps, and says so', async () => {
    expect(open().isGapless()).toBe(true);
    expect((await open().readAll(0n, 10)).map(({ position }) => position)).toEqual([1n, 2n, 3n]);
  });

  it('opens a session when it is needed, says what each is for, and lets go of all of them', async () => {
    const store = open();
    expect(await sessions()).toEqual([]);
    await store.append(append(freshStream(), 'no-stream', fact()));
    expect(await sessions()).toEqual(['xinma append']);
    await store.head();
    const [ending, beside] = [new AbortController(), store.follow(0n, new AbortController().signal)[Symbol.asyncIterator]()];
    for await (const page of store.follow(0n, ending.signal)) {
      expect([page.length, await sessions()]).toEqual([4, ['xinma append', 'xinma follow', 'xinma read']]);
      ending.abort();
    }
    expect(await eventually(sessions, (names) => !names.includes('xinma follow'))).toEqual(['xinma append', 'xinma read']);
    await beside.next();
    const last = beside.next();
    await store.close();
    expect(await last).toEqual({ done: true, value: undefined });
    expect(await eventually(sessions, (names) => names.length === 0)).toEqual([]);
  });

  it('tells its followers, and those of a store that has the same bell, what was written, before the log is asked', async () => {
    const bell = new CommitBell();
    const [writer, other] = [open({ bell }), open({ bell })];
    const events = await told(writer, 2);
    bell.ring(events);
    const head = (events[0]?.position ?? 0n) - 1n;
    expect(idsOf(await followUntil(other, head, 2))).toEqual(idsOf(events));
    await writer.append(append(freshStream(), 'no-stream', fact()));
    expect(bell.rings).toBe(2);
    const alone = open();
    await alone.append(append(freshStream(), 'no-stream', fact()));
    expect(bell.rings).toBe(2);
  });

  it('does not read back a whole page that this process has just written; less than a page is asked of the log', async () => {
    const bell = new CommitBell();
    const store = open({ bell });
    const events = await told(store, 2);
    const head = (events[0]?.position ?? 0n) - 1n;
    bell.ring(events);
    expect(idsOf(await store.readAll(head, 2))).toEqual(idsOf(events));
    expect(await store.readAll(head, 3)).toEqual([]);
    expect(await store.readAll(head, 0)).toEqual([]);
    await store.close();
    for (const limit of [0, 1, 2]) await expect(store.readAll(head, limit)).rejects.toThrow(StoreUnavailable);
  });

  it('reads parts, places and the log through; and once it is closed does nothing any more', async () => {
    const store = open();
    const stream = freshStream();
    await store.append(append(stream, 'no-stream', ...facts(2)));
    const [first, second] = await store.read({ stream });
    const through = async (): Promise<readonly RecordedEvent[]> => {
      const all: RecordedEvent[] = [];
      for await (const page of store.readThrough((first?.position ?? 0n) - 1n, second?.position ?? 0n)) all.push(...page);
      return all;
    };
    expect(await store.readAt([first?.position ?? 0n])).toEqual([first]);
    expect(idsOf(await through())).toEqual(idsOf([first, second] as readonly RecordedEvent[]));
    await store.close();
    for (const ask of [() => store.read({ stream }), () => store.readAt([1n]), () => store.head(), through]) await expect(ask()).rejects.toThrow(StoreUnavailable);
    expect(await store.append(append(stream, { at: 1n }, fact()))).toEqual({ kind: 'unavailable' });
  });

  it.each([
    ['for the lock', { lock: 50 }, 'unavailable'],
    ['for a batch', { append: 50, lock: 10_000 }, 'unknown'],
  ] as const)('waits as long as it was told %s', async (_, deadlines, kind) => {
    const asked = append(freshStream(), 'no-stream', fact());
    const verdict = await withClient(database.owner, async (client) => {
      await client.query('begin');
      await client.query('lock table ledger.event in exclusive mode');
      return open({ deadlines }).append(asked);
    });
    expect(['unavailable', kind]).toContain(verdict.kind);
    expect(await eventually(() => open().append(asked), ({ kind: now }) => now === 'appended')).toMatchObject({ kind: 'appended' });
  });
});
