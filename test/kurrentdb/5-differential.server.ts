import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '../../libs/event-store/index.js';
import { KurrentEventStore } from '../../libs/event-store-kurrentdb/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { Double } from '../kit/kurrentdb-double/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { Asked, operations } from './operations.js';
import { realServer } from './server.js';

const OPERATIONS = 10_000;

describe('The double, Postgres and the server', () => {
  let double: Double;
  let database: FreshDatabase;
  let stores: readonly EventStore[];
  beforeAll(async () => {
    [double, database] = await Promise.all([Double.start(), freshDatabase()]);
    stores = [new PostgresEventStore({ connection: database.api }), new KurrentEventStore({ place: double.place }), new KurrentEventStore({ place: realServer() })];
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await Promise.all([double.close(), database.drop()]);
  });

  it(`give equal answers to ${OPERATIONS} random operations`, async () => {
    const asked = await Promise.all(stores.map((store) => Asked.on(store)));
    const told = new Map<string, number>();
    let done = 0;
    for (const operation of operations(OPERATIONS, Number(process.env['SEED'] ?? 20_261_128))) {
      const [one, ...others] = await Promise.all(asked.map((each) => each.ask(operation)));
      for (const other of others) expect({ done, operation, answer: other }).toEqual({ done, operation, answer: one });
      for (const kind of Asked.kindsOf(one)) told.set(kind, (told.get(kind) ?? 0) + 1);
      done += 1;
    }
    expect([...told.keys()].toSorted()).toEqual(['appended', 'conflict', 'events', 'nothing', 'repeated']);
  });
});
