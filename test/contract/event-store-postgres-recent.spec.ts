import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { EventId } from '../../libs/kernel/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';

describe('What a process has just written', () => {
  let database: FreshDatabase;
  let [writer, other]: PostgresEventStore[] = [];
  const opened = (): readonly [PostgresEventStore, PostgresEventStore] => {
    if (writer === undefined || other === undefined) throw new Error('not open');
    return [writer, other];
  };
  const write = (store: PostgresEventStore, stream: string) =>
    store.append({ stream: `fact-${stream}`, expected: 'no-stream', events: ['one', 'two'].map((text) => ({ id: EventId(randomUUID()), type: 'Fact', data: Buffer.from(text), metadata: Buffer.from('{}') })) });

  beforeAll(async () => {
    database = await freshDatabase();
    [writer, other] = [new PostgresEventStore({ connection: database.api }), new PostgresEventStore({ connection: database.api })];
  });
  afterAll(async () => {
    await Promise.all([writer?.close(), other?.close()]);
    await database.drop();
  });

  it('is what the log says, also page by page and after another process wrote in between', async () => {
    const [mine, theirs] = opened();
    for (const [index, store] of [mine, mine, theirs, mine, mine].entries()) await write(store, String(index));
    for (let after = 0n; after < 11n; after += 1n) {
      for (const limit of [0, 1, 2, 3, 100]) {
        const plain = (await theirs.readAll(after, limit)).map((event) => ({ ...event, data: Buffer.from(event.data), metadata: Buffer.from(event.metadata) }));
        expect((await mine.readAll(after, limit)).map((event) => ({ ...event, data: Buffer.from(event.data), metadata: Buffer.from(event.metadata) }))).toEqual(plain);
      }
    }
  });

  it('reaches followers in order, whoever wrote it', async () => {
    const [mine, theirs] = opened();
    const ending = new AbortController();
    const seen: bigint[] = [];
    const following = (async () => {
      for await (const page of mine.follow(0n, ending.signal)) {
        seen.push(...page.map(({ position }) => position));
        if (seen.length === 16) ending.abort();
      }
    })();
    for (const [index, store] of [mine, theirs, mine].entries()) await write(store, `later-${index}`);
    await following;
    expect(seen).toEqual(Array.from({ length: 16 }, (_, index) => BigInt(index + 1)));
  });
});
