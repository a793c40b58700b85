import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { rebuild, type TablesAt, tablesAt } from '../../libs/read-models/index.js';
import { Projector } from '../../apps/projector/src/projector.js';
import { eventually } from '../kit/eventually.js';
import { appendOf } from '../kit/long-log.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { enrolled } from '../contract/read-models/facts.js';
import { story } from './rebuild-story.js';

describe('A replay of the read models', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let projector: Projector;
  const ended = new AbortController();

  const at = (position: bigint, snapshots = true): Promise<TablesAt> => tablesAt({ store, connection: database.owner, position, snapshots, apart: 9n });
  const asOwner = (text: string) => withClient(database.owner, async (client) => (await client.query<Record<string, string>>(text)).rows);
  const kept = async (): Promise<readonly number[]> => (await asOwner('SELECT "position" FROM history.snapshot ORDER BY 1')).map(({ position }) => Number(position));
  const schemas = async (): Promise<readonly string[]> => (await asOwner(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\\_model%' ORDER BY 1`)).map(({ nspname }) => String(nspname));
  const live = (): Promise<bigint> => asOwner('SELECT "position" FROM read_model.checkpoint').then(([row]) => BigInt(row?.['position'] ?? 0));

  beforeAll(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore({ connection: database.api });
    projector = new Projector({ store, connection: database.projector });
    projector.start(ended.signal);
    for (const append of story().map(appendOf)) await store.append(append);
    const head = await store.head();
    await eventually(live, (position) => position === head);
  }, 30_000);
  afterAll(async () => {
    ended.abort();
    await projector.stopped;
    await store.close();
    await database.drop();
  });

  it('at the end of the log gives what the live tables are', async () => {
    const { tables, from } = await at(await store.head(), false);
    expect([tables, from]).toEqual([(await rebuild({ store, connection: database.owner })).before, 0n]);
    expect(await kept()).toEqual([]);
  });

  it('gives at each position what the fold from the first event gives, from whatever snapshot it begins at', async () => {
    const head = await store.head();
    const fromZero: TablesAt[] = [];
    for (let position = 0n; position <= head; position += 8n) fromZero.push(await at(position, false));
    await at(head);
    const begun = new Set<bigint>();
    for (const { position, tables } of fromZero.toReversed()) {
      const again = await at(position);
      expect([position, again.tables]).toEqual([position, tables]);
      begun.add(again.from);
    }
    expect(begun.size).toBeGreaterThan(2);
    expect(new Set(fromZero.map(({ tables }) => JSON.stringify(tables))).size).toBe(fromZero.length);
  }, 60_000);

  it.each([
    ['a row changed', (schema: string) => `UPDATE ${schema}.person SET enrolled = enrolled + 1`],
    ['a row gone', (schema: string) => `DELETE FROM ${schema}.basis`],
    ['a table gone', (schema: string) => `DROP TABLE ${schema}.claim`],
    ['another position', () => `UPDATE history.snapshot SET "position" = "position" - 1 WHERE "position" = (SELECT max("position") FROM history.snapshot)`],
    ['another log', () => 'UPDATE history.snapshot SET last = gen_random_uuid()'],
    ['another fold', () => `UPDATE history.snapshot SET version = 'older'`],
    ['hashes that are not its own', () => `UPDATE history.snapshot SET tables = jsonb_set(tables, '{0,rows}', '99')`],
  ])('never begins at a snapshot with %s', async (_what, harm) => {
    const head = await store.head();
    const { tables } = await at(head);
    const newest = (await kept()).at(-1);
    await asOwner(harm(`read_model_at_${newest}`));
    const again = await at(head);
    expect(again.tables).toEqual(tables);
    expect(again.from).toBeLessThan(BigInt(newest ?? 0));
  });

  it('reads no live row: one that somebody changed changes nothing', async () => {
    const head = await store.head();
    const { tables } = await at(head);
    await asOwner(`UPDATE read_model.copy SET data = data || '\\x20' WHERE "position" = (SELECT min("position") FROM read_model.copy)`);
    const again = await at(head);
    expect([again.tables, (await at(head, false)).tables]).toEqual([tables, tables]);
    await rebuild({ store, connection: database.owner });
    expect((await at(head)).tables).toEqual(tables);
  });

  it('disturbs nobody: the projector goes on, a rebuild comes in between, and nothing is left but snapshots', async () => {
    const position = await store.head();
    const { tables } = await at(position, false);
    const appending = (async () => {
      for (let n = 100; n < 160; n += 1) await store.append(appendOf(enrolled(n)));
    })();
    const replays = (async () => [await at(position), await at(position, false), await at(position)])();
    const [rebuilt] = await Promise.all([rebuild({ store, connection: database.owner }), appending]);
    expect((await replays).map((each) => each.tables)).toEqual([tables, tables, tables]);
    expect(rebuilt.equal).toBe(true);
    const head = await store.head();
    await eventually(live, (reached) => reached === head);
    expect((await schemas()).filter((name) => !name.startsWith('read_model_at_'))).toEqual(['read_model']);
  });

  it('keeps a few snapshots, never more', async () => {
    await at(await store.head());
    await tablesAt({ store, connection: database.owner, position: await store.head(), snapshots: true, apart: 3n });
    expect((await kept()).length).toBeLessThanOrEqual(12);
    expect(await schemas()).toHaveLength((await kept()).length + 1);
  });

  it('is one at a time', async () => {
    const head = await store.head();
    const both = await Promise.allSettled([at(head), at(head)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
