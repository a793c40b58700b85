import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { rebuild as rebuildCommand } from '../../apps/cli/src/rebuild.js';
import { status } from '../../apps/cli/src/status.js';
import { Projector } from '../../apps/projector/src/projector.js';
import type { AnyEvent } from '../../libs/domain/catalogue.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { PostgresReadModels, rebuild, type Rebuilt } from '../../libs/read-models/index.js';
import { citizen, consent, consentEvents, enrolled, NOON, sampleEvents, viewed } from '../contract/read-models/facts.js';
import { eventually } from '../kit/eventually.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { newEvent } from '../kit/recorded.js';
import { Damaged, OneByOne, story } from './rebuild-story.js';

const SOON = 10_000;
const family = { by: 2, of: 1 };

/** Everything about the tables but their rows. */
const SHAPE = [
  `SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'read_model' ORDER BY 1, 2`,
  `SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'read_model'::regnamespace ORDER BY 1, 2`,
  `SELECT relname, relacl::text, obj_description(oid) FROM pg_class WHERE relnamespace = 'read_model'::regnamespace AND relkind = 'r' ORDER BY 1`,
  `SELECT nspacl::text FROM pg_namespace WHERE nspname = 'read_model'`,
] as const;

describe('A rebuild of the read models', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let pool: Pool;
  let readModels: PostgresReadModels;
  let projector: Projector;
  const ended = new AbortController();

  const append = async (events: readonly AnyEvent[]): Promise<void> => {
    for (const event of events) expect(await store.append({ stream: 'any-stream', expected: 'any', events: [newEvent(event)] })).toMatchObject({ kind: 'appended' });
  };
  const caughtUp = async (): Promise<boolean> => readModels.reached(await store.head(), SOON);
  const run = (): Promise<Rebuilt> => rebuild({ store, connection: database.owner });

  beforeAll(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore({ connection: database.api });
    pool = new Pool(database.api);
    readModels = new PostgresReadModels(pool);
    projector = new Projector({ store, connection: database.projector });
    projector.start(ended.signal);
    await append(story());
    expect(await caughtUp()).toBe(true);
  }, 30_000);
  afterAll(async () => {
    ended.abort();
    await projector.stopped;
    await pool.end();
    await store.close();
    await database.drop();
  });

  it('gives the same bytes, table by table, with rows in each', async () => {
    const rebuilt = await run();
    expect(rebuilt.after).toEqual(rebuilt.before);
    expect(rebuilt.equal).toBe(true);
    expect(rebuilt.position).toBe(await store.head());
    for (const table of rebuilt.after) expect(table).toEqual({ table: expect.any(String), rows: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(rebuilt.after.filter(({ rows }) => rows === 0)).toEqual([]);
  });

  it.each([1, 5, 20])('gives the same bytes where no more than %d rows fit into memory', async (mostHeld) => {
    const rebuilt = await rebuild({ store: new OneByOne(store), connection: database.owner, mostHeld });
    expect(rebuilt.after).toEqual(rebuilt.before);
  });

  it.each([1, undefined])('stops at an event that it cannot read, and swaps nothing (%s rows in memory)', async (mostHeld) => {
    const before = await readModels.ownResults(citizen(1));
    const damaged = new Damaged(store, 'ConsentRevoked', (data) => data.replace('"c_', '"x_'));
    const stopped = rebuild({ store: damaged, connection: database.owner, ...(mostHeld === undefined ? {} : { mostHeld }) });
    await expect(stopped).rejects.toThrow(/read models stop before position \d+ \(ConsentRevoked\)/);
    expect(await readModels.ownResults(citizen(1))).toEqual(before);
    expect((await run()).equal).toBe(true);
  });

  it('leaves tables, indexes and rights under the names that migrations know', async () => {
    const untouched = await freshDatabase();
    const shape = (owner: FreshDatabase['owner']) => Promise.all(SHAPE.map((text) => withClient(owner, async (client) => (await client.query<Record<string, unknown>>(text)).rows)));
    expect(await shape(database.owner)).toEqual(await shape(untouched.owner));
    await untouched.drop();
  });

  it('shows what had been shown, and nothing that had not', async () => {
    expect((await readModels.proxyView(consent(7), citizen(2), NOON))?.results.map(({ type }) => type)).toEqual(['ResultRecorded', 'ResultCorrected']);
    expect(await readModels.proxyView(consent(8), citizen(2), NOON)).toBeUndefined();
  });

  it('leaves the projector where it was: what comes after is shown on connections that had asked before', async () => {
    const { requested, opened, granted, revoked } = consentEvents(20, family);
    await append([requested, opened, granted]);
    expect(await caughtUp()).toBe(true);
    expect(await readModels.proxyView(consent(20), citizen(2), NOON)).toBeDefined();
    await append([revoked]);
    expect(await caughtUp()).toBe(true);
    expect(await readModels.proxyView(consent(20), citizen(2), NOON)).toBeUndefined();
  });

  it('gives the same bytes while others append and read', async () => {
    const done = new AbortController();
    const until = done.signal;
    const appending = (async () => {
      for (let n = 100; !until.aborted; n += 1) {
        const { recorded, corrected } = sampleEvents(n, 1);
        const { requested, opened, granted, revoked } = consentEvents(n, family);
        await append([enrolled(n), requested, opened, granted, viewed(consent(n), family), recorded, corrected, revoked]);
      }
    })();
    const seen = new Set<boolean>();
    const reading = (async () => {
      while (!until.aborted) {
        // Four statements, not one coalesced: on as many connections.
        const asked = [readModels.proxyView(consent(7), citizen(2), NOON), readModels.ownResults(citizen(1)), readModels.basesOf(citizen(1)), readModels.disclosures(citizen(1), null, 5)];
        for (const answer of await Promise.all(asked)) seen.add(Array.isArray(answer) ? answer.length > 0 : answer !== undefined);
        await sleep(1);
      }
    })();
    const rebuilds = [await run(), await run(), await run()];
    done.abort();
    await Promise.all([appending, reading]);
    expect(rebuilds.map(({ equal }) => equal)).toEqual([true, true, true]);
    expect(rebuilds.at(-1)?.position).toBeGreaterThan(rebuilds[0]?.position ?? 0n);
    expect([...seen]).toEqual([true]); // never a moment without rows
    expect(await caughtUp()).toBe(true);
    expect((await run()).equal).toBe(true);
  });

  it('leaves a question its rows that had begun before the rebuild and looks only after', async () => {
    const results = (await readModels.ownResults(citizen(1))).length;
    const held = await pool.connect();
    await held.query('SELECT pg_advisory_lock(7)');
    const asked = pool.query<{ rows: string }>('WITH held AS MATERIALIZED (SELECT pg_advisory_lock(7)) SELECT (SELECT count(*) FROM api.own_results($1) WHERE held IS NOT NULL) AS rows FROM held', [citizen(1)]);
    await eventually(() => held.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`), ({ rows }) => rows.length > 0);
    await run();
    held.release(true); // and with it the lock
    expect(Number((await asked).rows[0]?.rows)).toBe(results);
  });

  it('tells a table that somebody changed by hand, and puts it right', async () => {
    const before = await readModels.ownResults(citizen(1));
    await withClient(database.owner, (client) => client.query(`UPDATE read_model.standing_result SET "position" = "position" - 1`));
    const { equal, before: changed, after } = await run();
    expect(equal).toBe(false);
    expect(changed.filter(({ hash }, index) => hash !== after[index]?.hash).map(({ table }) => table)).toEqual(['standing_result']);
    expect(await readModels.ownResults(citizen(1))).toEqual(before);
  });

  it('is printed as a table by the command; so is where everything stands', async () => {
    const lines: string[] = [];
    expect(await rebuildCommand({ store, connection: database.owner, write: (line) => lines.push(line) })).toBe(true);
    await status({ store, readModels, write: (line) => lines.push(line) });
    const text = lines.join('\n');
    expect(text).toMatch(/proxy_view +\d+ +[0-9a-f]{64} +equal/);
    expect(text).toMatch(/lag +0 events/);
  });
});
