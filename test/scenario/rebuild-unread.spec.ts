import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { StoreUnavailable } from '../../libs/event-store/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { applyPage, rebuild } from '../../libs/read-models/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { newEvent } from '../kit/recorded.js';
import { story } from './rebuild-story.js';

/** So many that rows are on their way into a table while the log is read. */
const VIEWS = 5_000;

let database: FreshDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new PostgresEventStore({ connection: database.api });
  const events = story();
  const view = events.find(({ type }) => type === 'ViewDisclosed');
  if (view === undefined) throw new Error('nobody looks in the story');
  for (const event of events) await store.append({ stream: 'any-stream', expected: 'any', events: [newEvent(event)] });
  await store.append({ stream: 'any-stream', expected: 'any', events: Array.from({ length: VIEWS }, () => newEvent(view)) });
  await withClient(database.projector, async (client) => applyPage(client, await store.readAll(0n, 2 * VIEWS)));
}, 60_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('A rebuild whose log is not there to its end says so, also where rows are on their way, and the next one goes through', async () => {
  const readThrough = store.readThrough.bind(store);
  jest.spyOn(store, 'readThrough').mockImplementationOnce(async function* (after, upTo) {
    yield* readThrough(after, upTo);
    throw new StoreUnavailable();
  });
  const run = () => rebuild({ store, connection: database.owner });
  await expect(run()).rejects.toThrow(StoreUnavailable);
  const { before, after } = await run();
  expect(after).toEqual(before);
});
