import { Pool } from 'pg';
import type { AnyEvent } from '../../../libs/domain/catalogue.js';
import { withClient } from '../../../libs/embedded-postgres/index.js';
import { MemoryEventStore } from '../../../libs/event-store-memory/index.js';
import { applyPage, PositionHint, PostgresReadModels } from '../../../libs/read-models/index.js';
import { type FreshDatabase, freshDatabase } from '../../kit/postgres.js';
import { asBefore } from '../../kit/before-ids.js';
import { newEvent } from '../../kit/recorded.js';

/** Read models over a log in memory: what is under test is in Postgres, what it is fed from need not be. */
export interface Played {
  readonly database: FreshDatabase;
  readonly store: MemoryEventStore;
  readonly hint: PositionHint;
  readonly pool: Pool;
  readonly readModels: PostgresReadModels;
  /** Appends without projecting. */
  append(...events: readonly AnyEvent[]): Promise<void>;
  /** Appends and projects, as the projector's role. */
  play(...events: readonly AnyEvent[]): Promise<void>;
  /** The same of events that were written before institutions had ids. */
  playBefore(...events: readonly AnyEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens an empty database with an empty log. */
export async function openPlayed(): Promise<Played> {
  const database = await freshDatabase();
  const store = new MemoryEventStore();
  const pool = new Pool(database.api);
  const hint = new PositionHint();
  const appendAs = async (written: typeof newEvent, events: readonly AnyEvent[]): Promise<void> => {
    for (const event of events) await store.append({ stream: 'any-stream', expected: 'any', events: [written(event)] });
  };
  const playAs = async (written: typeof newEvent, events: readonly AnyEvent[]): Promise<void> => {
    const before = await store.head();
    await appendAs(written, events);
    await withClient(database.projector, async (client) => applyPage(client, await store.readAll(before, events.length)));
  };
  return {
    database,
    store,
    hint,
    pool,
    readModels: new PostgresReadModels(pool, hint),
    append: (...events) => appendAs(newEvent, events),
    play: (...events) => playAs(newEvent, events),
    playBefore: (...events) => playAs((event) => asBefore(newEvent(event)), events),
    close: async () => {
      await pool.end();
      await store.close();
      await database.drop();
    },
  };
}
