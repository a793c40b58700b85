import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReadRange, RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { LOG } from './log.fixture.js';
import { readRanges } from './ranges.js';
import { elements, PostgresDouble, said, SessionDouble } from './session.fixture.js';

const [CITIZEN, OTHER] = ['citizen-0123456789abcdef0123456789abcdef', 'test-1'] as const;

const read = (server: PostgresDouble, ...ranges: readonly ReadRange[]) => readRanges(new SessionDouble(server), ranges);

/** So many events of one stream, each saying the same. */
const eventsOf = (stream: StreamName, count: number, said: Uint8Array, after = 0): readonly RecordedEvent[] =>
  Array.from({ length: count }, (_, index) => ({ id: EventId('0'.repeat(8) + '-89ab-4cde-8f01-23456789abcd'), type: 'CitizenEnrolled', data: Buffer.from(said), metadata: Buffer.of(), stream, revision: BigInt(index), position: BigInt(after + index + 1) }));

const said10 = eventsOf('test-10', 10, Buffer.from('{}'));

/** What a range promises, of a log that is at hand. */
function promised(log: readonly RecordedEvent[], { stream, from, direction, limit }: ReadRange): readonly RecordedEvent[] {
  const all = log.filter((event) => event.stream === stream);
  const inOrder = direction === 'backward' ? all.toReversed() : all;
  return inOrder.filter(({ revision }) => from === undefined || (direction === 'backward' ? revision <= from : revision >= from)).slice(0, limit);
}

describe('A part of a stream', () => {
  it.each<readonly [Omit<ReadRange, 'stream'>, readonly number[]]>([
    [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ from: 7n }, [7, 8, 9]],
    [{ from: 10n }, []],
    [{ from: 2n ** 53n + 1n }, []],
    [{ limit: 3 }, [0, 1, 2]],
    [{ limit: 0 }, []],
    [{ from: 8n, limit: 3 }, [8, 9]],
    [{ direction: 'forward', from: 8n }, [8, 9]],
    [{ direction: 'backward' }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
    [{ direction: 'backward', limit: 2 }, [9, 8]],
    [{ direction: 'backward', from: 3n }, [3, 2, 1, 0]],
    [{ direction: 'backward', from: 0n }, [0]],
    [{ direction: 'backward', from: 3n, limit: 2 }, [3, 2]],
  ])('%j is these revisions', async (part, revisions) => {
    const [events = []] = await read(new PostgresDouble(said10), { stream: 'test-10', ...part });
    expect(events.map(({ revision }) => Number(revision))).toEqual(revisions);
  });

  it('is what the log has of it, whatever else is asked with it and in the order asked, also where some is no text or too long for a row', async () => {
    const streams = [CITIZEN, OTHER, 'test-2', 'test-missing'] as const;
    const range = fc.record({ stream: fc.constantFrom(...streams), from: fc.bigInt(0n, 4n), direction: fc.constantFrom('forward' as const, 'backward' as const), limit: fc.nat(4) }, { requiredKeys: ['stream'] });
    const log = [...LOG, ...eventsOf('test-2', 3, Buffer.from('孙𝒳'), LOG.length)];
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 8 }), fc.constantFrom(1, 12, 30, 1_000), async (ranges, mostWhole) => {
        const server = new PostgresDouble(log);
        server.mostWhole = mostWhole;
        expect(await read(server, ...ranges)).toEqual(ranges.map((each) => promised(log, each)));
      }),
    );
  });
});

describe('Parts of streams that are read together', () => {
  it('are asked for in one round trip: all streams that go to their end by one statement, all others by another', async () => {
    const server = new PostgresDouble(said10);
    const stream = 'test-10';
    await read(server, { stream }, { stream, limit: 1 }, { stream, from: 3n }, { stream, direction: 'backward' }, { stream: 'test-missing' });
    expect(server.asked.map(({ name, values: [lows] }) => [name, elements(lows).length])).toEqual([['whole', 3], ['limited', 2]]);
  });

  it.each<readonly [string, readonly ReadRange[], readonly string[]]>([
    ['none', [], []],
    ['streams to their end only', [{ stream: OTHER, direction: 'forward' }, { stream: CITIZEN }], ['whole', 'open']],
    ['others only', [{ stream: CITIZEN, limit: 3 }, { stream: CITIZEN, direction: 'backward' }], ['limited']],
  ])('cost no statement that answers nothing: %s', async (_, ranges, names) => {
    const server = new PostgresDouble(LOG);
    await read(server, ...ranges);
    expect(server.names).toEqual(names);
  });

  it('cost a second round trip where bytes are no text, for all of them', async () => {
    const server = new PostgresDouble(LOG);
    expect(await read(server, { stream: CITIZEN }, { stream: OTHER })).toEqual([LOG.slice(0, 3), LOG.slice(3)]);
    expect(server.asked.map(({ name, values: [lows] }) => [name, elements(lows).length])).toEqual([['whole', 2], ['open', 2]]);
  });

  it('cost a second round trip where they are too long, for those that are', async () => {
    const [long, short] = [eventsOf('test-long', 3, Buffer.alloc(100, '{')), eventsOf('test-short', 2, Buffer.from('{}'), 3)];
    const server = new PostgresDouble([...long, ...short]);
    server.mostWhole = 300;
    expect(await read(server, { stream: 'test-short' }, { stream: 'test-long' }, { stream: 'test-missing' })).toEqual([short, long, []]);
    expect(server.asked.map(({ name, values: [lows] }) => [name, elements(lows).length])).toEqual([['whole', 3], ['open', 1]]);
  });

  it('cost a second round trip where they are more than the server can put together', async () => {
    const server = new PostgresDouble(LOG);
    server.mishap = (name) => (name === 'whole' ? { instead: said('54000') } : undefined);
    expect(await read(server, { stream: CITIZEN })).toEqual([LOG.slice(0, 3)]);
  });

  it.each<readonly [string, Error]>([
    ['refuses', said('42501')],
    ['says nothing that is known', Object.assign(said('42501'), { code: undefined })],
    ['is gone', new Error('the connection is lost')],
  ])('are not read at all where the server %s', async (_, error) => {
    for (const ranges of [[{ stream: CITIZEN }], [{ stream: CITIZEN, limit: 1 }], [{ stream: OTHER }, { stream: CITIZEN, limit: 1 }]] as const) {
      const server = new PostgresDouble(LOG);
      server.mishap = () => ({ instead: error });
      await expect(read(server, ...ranges)).rejects.toBe(error);
      expect(server.names).not.toContain('open');
    }
  });
});
