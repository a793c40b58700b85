import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { array, asyncProperty, assert, constantFrom, string, uint8Array, oneof } from 'fast-check';
import type { NewEvent, RecordedEvent, StreamName } from '../../libs/event-store/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { append, eventsAfter, fact, freshStream } from './event-store/facts.js';

/** An event that says this. */
const saying = (text: string): NewEvent => ({ ...fact(Buffer.from(text)), metadata: Buffer.from('{}') });

describe('A stream read as a whole is what the log has of it, page by page:', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  beforeAll(async () => {
    database = await freshDatabase();
    // What is read is large, and the machine may be busy.
    store = new PostgresEventStore({ connection: database.api, deadlines: { append: 30_000, read: 30_000 } });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /** Adds a stream for each of these, reads all of them together, and looks at the log. */
  const readsBack = async (...streams: readonly (readonly NewEvent[])[]): Promise<void> => {
    const names = streams.map(freshStream);
    const before = await store.head();
    await store.appendAll(streams.flatMap((events, index) => (events.length === 0 ? [] : [append(names[index] ?? freshStream(), 'no-stream', ...events)])));
    const log = await eventsAfter(store, before);
    expect(log).toHaveLength(streams.flat().length);
    expect(await store.readMany(names.map((stream) => ({ stream })))).toEqual(names.map((name) => log.filter(({ stream }) => stream === name)));
  };

  it('text of any language, nothing, and what looks like something else', () =>
    readsBack(['{"a":1}', '', '孙悟空', '𝒳𝓂', '\uFEFF{}', '\\x41\\\\', '\\101', ',', 'é'].map(saying), [], [saying('')]));

  it('bytes that are no text beside text', () => readsBack([saying('plain'), fact(Buffer.from([0xff, 0xfe])), saying('plain')], [saying('孙')], [fact(Buffer.from([0]))], [fact(Buffer.from('ED A0 80'.replaceAll(' ', ''), 'hex'))]));

  it('revisions of one byte and of more', () => readsBack(Array.from({ length: 600 }, (_, n) => saying(`{"n":${n}}`))));

  it('more than fits into one row, beside what does', async () => {
    const [large, small, before] = [freshStream(), freshStream(), await store.head()];
    await store.append(append(small, 'no-stream', saying('small')));
    for (let revision = 0n; revision < 40n; revision += 5n) {
      const events = Array.from({ length: 5 }, () => saying(randomBytes(450_000).toString('hex')));
      await store.append(append(large, revision === 0n ? 'no-stream' : { at: revision - 1n }, ...events));
    }
    const [one, ...many] = await eventsAfter(store, before);
    // Byte by byte would take minutes here.
    const hashed = (events: readonly RecordedEvent[]): readonly object[] => events.map((event) => ({ ...event, data: hash('sha256', event.data) }));
    const [read = [], beside] = await store.readMany([{ stream: large }, { stream: small }]);
    expect(hashed(read)).toEqual(hashed(many));
    expect(beside).toEqual([one]);
  }, 60_000);

  it('from a place on, also beyond the end', async () => {
    const stream = freshStream();
    await store.append(append(stream, 'no-stream', ...Array.from({ length: 5 }, (_, n) => saying(`{"n":${n}}`))));
    const all = await store.read({ stream });
    for (let from = 0; from <= 6; from += 1) expect(await store.read({ stream, from: BigInt(from) })).toEqual(all.slice(from));
  });

  it('of any name and any type', async () => {
    const stream: StreamName = `other-${'x'.repeat(60)}-1`;
    const before = await store.head();
    await store.append(append(stream, 'no-stream', { ...saying('{}'), type: 'ViewDisclosed' }, { ...saying('{}'), type: 'NobodyKnowsThis' }, { ...saying('{}'), type: 'A'.repeat(100) }));
    expect(await store.read({ stream })).toEqual(await eventsAfter(store, before));
  });

  it('whatever is in them', () =>
    assert(
      asyncProperty(array(array(oneof(string({ unit: 'binary', maxLength: 40 }).map(saying), uint8Array({ maxLength: 20 }).map((bytes) => fact(bytes)), constantFrom('{}', '').map(saying)), { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (streams) =>
        readsBack(...streams.map((events) => events.map((event) => ({ ...event, id: fact().id })))),
      ),
      { numRuns: 60 },
    ), 60_000);
});
