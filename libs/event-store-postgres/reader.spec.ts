import { describe, expect, it } from '@jest/globals';
import { type ReadRange, type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import { LOG } from './log.fixture.js';
import { Reader } from './reader.js';
import { elements, LineDouble, PostgresDouble } from './session.fixture.js';

const CITIZEN = 'citizen-0123456789abcdef0123456789abcdef';
const MILLISECONDS = 1_234;

const opened = (log: readonly RecordedEvent[] = LOG, sessions = 2) => {
  const server = new PostgresDouble(log);
  const lines = Array.from({ length: sessions }, () => new LineDouble(server));
  /** Of how many streams each statement asks. */
  const sizes = (): readonly number[] => server.asked.map(({ values: [lows] }) => elements(lows).length);
  return { server, lines, reader: new Reader(lines, MILLISECONDS), sizes };
};

const missing = (count: number): readonly ReadRange[] => Array.from({ length: count }, (_, index) => ({ stream: `test-missing-${index}` }));

/** A round of the event loop. */
const aRound = (): Promise<unknown> => new Promise(setImmediate);

/** A server that is asked and answers when it is told to. */
function held(server: PostgresDouble): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.answering = promise;
  return resolve;
}

describe('A read', () => {
  it('of parts of streams answers each, in the order asked', async () => {
    const { reader } = opened();
    expect(await reader.readMany([{ stream: 'test-1' }, { stream: 'test-missing' }, { stream: CITIZEN, direction: 'backward', limit: 2 }])).toEqual([LOG.slice(3), [], [LOG[2], LOG[1]]]);
  });

  it('of nothing needs no session', async () => {
    const { reader, lines } = opened();
    expect(await reader.readMany([])).toEqual([]);
    expect(lines.flatMap(({ waited }) => waited)).toEqual([]);
  });

  it('of pages, of places and of the end of the log answers what is there', async () => {
    const { reader, lines } = opened();
    expect(await reader.readAll(1n, 2)).toEqual(LOG.slice(1, 3));
    expect(await reader.readAt([4n, 1n, 9n])).toEqual([LOG[0], LOG[3]]);
    expect(await reader.head()).toBe(4n);
    expect(await opened([]).reader.head()).toBe(0n);
    expect(lines.flatMap(({ waited }) => waited)).toEqual([MILLISECONDS, MILLISECONDS, MILLISECONDS]);
  });

  it('that only a bug can ask is refused, and nobody is asked', async () => {
    const { reader, server } = opened();
    await expect(reader.readMany([{ stream: 'test-1' }, { stream: 'test-1', from: -1n }])).rejects.toThrow(RangeError);
    await expect(reader.readAt([1n, -1n])).rejects.toThrow(RangeError);
    expect(server.names).toEqual([]);
  });

  it('that the server does not answer is unavailable, with its reason; the next one is answered', async () => {
    const { reader, server } = opened();
    const reason = new Error('the connection is lost');
    server.mishap = () => ({ instead: reason });
    for (const ask of [() => reader.readMany([{ stream: CITIZEN }]), () => reader.readAll(0n, 1), () => reader.readAt([1n]), () => reader.head()]) {
      const error: unknown = await ask().catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(StoreUnavailable);
      expect(error).toHaveProperty('cause', reason);
    }
    server.mishap = () => undefined;
    expect(await reader.readMany([{ stream: CITIZEN }])).toEqual([LOG.slice(0, 3)]);
  });
});

describe('Reads that are asked in one round of the event loop', () => {
  it('go together, and each gets its own answer', async () => {
    const { reader, sizes } = opened();
    const reads = [reader.readMany([{ stream: CITIZEN }]), reader.readMany([]), reader.readMany([{ stream: 'test-1' }, { stream: 'test-missing' }]), reader.readMany([{ stream: CITIZEN, from: 2n }])];
    expect(await Promise.all(reads)).toEqual([[LOG.slice(0, 3)], [], [LOG.slice(3), []], [[LOG[2]]]]);
    expect(sizes()[0]).toBe(4);
  });

  it('go after it, also those that were asked last in it', async () => {
    const { reader, server, sizes } = opened();
    const first = reader.readMany(missing(1));
    await Promise.resolve();
    expect(server.names).toEqual([]);
    await Promise.all([first, reader.readMany(missing(1))]);
    expect(sizes()).toEqual([2]);
  });

  it('fail together where the server does not answer', async () => {
    const { reader, server } = opened();
    server.mishap = () => ({ instead: new Error('the connection is lost') });
    const reads = await Promise.allSettled([reader.readMany(missing(1)), reader.readMany(missing(2))]);
    expect(reads.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are a thousand parts a statement at most, whoever asks for them', async () => {
    const { reader, sizes } = opened();
    const [large, ...small] = await Promise.all([reader.readMany([...missing(2_499), { stream: CITIZEN }]), reader.readMany(missing(500)), reader.readMany(missing(1))]);
    expect([large.length, large.findLastIndex((events) => events.length === 3)]).toEqual([2_500, 2_499]);
    expect(small.map(({ length }) => length)).toEqual([500, 1]);
    expect(sizes()).toEqual([1_000, 1_000, 1_000, 1]);
  });
});

describe('While all sessions are busy', () => {
  const four = async (reader: Reader): Promise<readonly Promise<unknown>[]> => {
    const reads: Promise<unknown>[] = [];
    for (let asked = 0; asked < 4; asked += 1) {
      reads.push(reader.readMany(missing(1)));
      await aRound();
    }
    return reads;
  };

  it('with two statements each, what is asked waits, and goes together once one is answered', async () => {
    const { reader, server, sizes } = opened();
    const answer = held(server);
    const reads = [...(await four(reader)), reader.readMany(missing(2))];
    await aRound();
    reads.push(reader.readMany(missing(3)));
    await aRound();
    expect(sizes()).toEqual([1, 1, 1, 1]);
    answer();
    await Promise.all(reads);
    expect(sizes()).toEqual([1, 1, 1, 1, 5]);
  });

  it('a thousand parts of those that wait go at once, or what one of them asks', async () => {
    const { reader, server, sizes } = opened();
    const answer = held(server);
    const reads = [...(await four(reader)), ...[600, 600, 400, 1].map((count) => reader.readMany(missing(count)))];
    await aRound();
    answer();
    await Promise.all(reads);
    expect(sizes().slice(4)).toEqual([600, 1_000, 1]);
  });

  it('ten thousand may wait; more are unavailable at once, and those that wait are answered', async () => {
    const { reader, server } = opened();
    const answer = held(server);
    const reads = [...(await four(reader)), ...Array.from({ length: 10_000 }, () => reader.readMany(missing(1)))];
    await expect(reader.readMany(missing(1))).rejects.toThrow(StoreUnavailable);
    answer();
    expect(await Promise.all(reads)).toHaveLength(10_004);
    expect(await reader.readMany(missing(1))).toEqual([[]]);
  });

  it('and the reader is closed, those that wait are unavailable, and its sessions end', async () => {
    const { reader, server, lines } = opened();
    const answer = held(server);
    const begun = await four(reader);
    const waiting = reader.readMany(missing(1));
    await reader.close();
    await expect(waiting).rejects.toThrow(StoreUnavailable);
    expect(lines.map(({ closed }) => closed)).toEqual([true, true]);
    answer();
    await Promise.all(begun);
  });
});

describe('Of the sessions', () => {
  it.each([
    ['the first is asked where none has less to do', [1, 1, 1], 0],
    ['the one is asked that has the least to do', [3, 2, 2], 1],
    ['the one is asked that has the least to do, also the last', [1, 2, 0], 2],
  ])('%s', async (_, busy, asked) => {
    const { reader, lines } = opened(LOG, busy.length);
    for (const [index, line] of lines.entries()) line.busy = busy[index] ?? 0;
    await reader.head();
    expect(lines.map(({ waited }) => waited.length)).toEqual(busy.map((__, index) => (index === asked ? 1 : 0)));
  });
});
