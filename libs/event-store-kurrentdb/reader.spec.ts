import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { revisionsOf } from '../../test/contract/event-store/facts.js';
import { Unwired } from '../../test/kit/kurrentdb-double/unwired.js';
import { MAX_PLACES, StoreUnavailable } from '../event-store/index.js';
import { CallFailed } from './failure.js';
import { Reader } from './reader.js';
import { placeRead } from './requests.js';

const DEADLINE = 5_000;

let server: Unwired;
let reader: Reader;
beforeEach(() => {
  jest.spyOn(performance, 'now').mockReturnValue(0);
  server = new Unwired();
  reader = new Reader(server, DEADLINE);
});
afterEach(() => void jest.restoreAllMocks());

const proposed = (metadata: number) => ({ id: randomUUID(), type: 'Fact', contentType: '', data: new Uint8Array(), metadata: new Uint8Array(metadata) });

/** Events of ours in a stream, as they are there. */
function written(stream: string, count: number): readonly bigint[] {
  server.log.append(stream, 'any', Array.from({ length: count }, () => proposed(16)));
  return server.log.lines.filter((line) => line.stream === stream).map(({ position }) => position).slice(-count);
}

/** Events of the server's own, whose type does not say so. */
const settings = (count: number): unknown => server.log.append('$settings', 'any', Array.from({ length: count }, () => proposed(0)));

const failing = (kind: CallFailed['kind']) => async (): Promise<never> => {
  throw new CallFailed(kind);
};
const positions = async (events: ReturnType<Reader['readAll']>): Promise<readonly bigint[]> => (await events).map(({ position }) => position);
const sizes = async (parts: ReturnType<Reader['readMany']>): Promise<readonly number[]> => (await parts).map(({ length }) => length);

describe('Parts of streams', () => {
  it('are read each by a call of its own, in the order asked, from a place on or back from it, so many', async () => {
    written('a-1', 5);
    written('b-1', 1);
    const parts = await reader.readMany([
      { stream: 'a-1' },
      { stream: 'b-1' },
      { stream: 'c-1' },
      { stream: 'c-1', direction: 'backward' },
      { stream: 'a-1', from: 3n },
      { stream: 'a-1', direction: 'backward' },
      { stream: 'a-1', direction: 'backward', from: 1n },
      { stream: 'a-1', limit: 2 },
      { stream: 'a-1', direction: 'backward', limit: 2 },
      { stream: 'a-1', direction: 'forward', from: 1n, limit: 3 },
    ]);
    expect(parts.map((part) => revisionsOf(part).join(' '))).toEqual(['0 1 2 3 4', '0', '', '', '3 4', '4 3 2 1 0', '1 0', '0 1', '4 3', '1 2 3']);
    expect(server.asked).toEqual(parts.map(() => ({ call: 'read', milliseconds: DEADLINE })));
  });

  it('are waited for as long as whoever asks has left', async () => {
    await reader.readMany([{ stream: 'a-1' }], 70);
    expect(server.asked).toEqual([{ call: 'read', milliseconds: 70 }]);
  });

  it('of no events are asked of nobody, and those that only a bug can ask neither', async () => {
    written('a-1', 1);
    expect(await reader.readMany([{ stream: 'a-1', limit: 0 }])).toEqual([[]]);
    await expect(reader.readMany([{ stream: 'a-1' }, { stream: 'a-1', limit: -1 }])).rejects.toThrow(RangeError);
    expect(server.asked).toEqual([]);
  });

  it('that the server does not give, for whatever reason, are not available', async () => {
    const bug = new TypeError('a bug');
    server.reads.push(failing('refused'), () => Promise.reject(bug));
    await expect(reader.readMany([{ stream: 'a-1' }])).rejects.toMatchObject({ name: 'StoreUnavailable', cause: { kind: 'refused' } });
    await expect(reader.readMany([{ stream: 'a-1' }])).rejects.toMatchObject({ name: 'StoreUnavailable', cause: { kind: 'lost', cause: bug } });
  });

  it.each([
    ['from its beginning', {}, 2n],
    ['from a place on', { from: 1n }, 2n],
    ['from a place on that is left', { from: 2n }, undefined],
    ['back from its end', { direction: 'backward' }, 2n],
    ['back from its end, more than is left', { direction: 'backward', limit: 3 }, 2n],
    ['back from its end, as much as is left', { direction: 'backward', limit: 2 }, undefined],
  ] as const)('of a stream without its beginning are no history: %s', async (_, range, first) => {
    written('a-1', 4);
    server.log.cut('a-1', 2n);
    const told = await sizes(reader.readMany([{ stream: 'a-1', ...range }])).catch((error: unknown) => String(error));
    expect(told).toEqual(first === undefined ? [2] : `Error: a stream was cut: it has no revision before ${first}`);
  });

  it.each([['forward', 2n], ['backward', 0n]] as const)('of a stream with a hole are no history: %s', async (direction, before) => {
    written('a-1', 3);
    server.reads.push(async (through) => through().filter(({ event }) => event?.revision !== 1n));
    await expect(reader.readMany([{ stream: 'a-1', direction }])).rejects.toThrow(`a stream was cut: it has no revision before ${before}`);
  });

  it('are asked for so many at once, and the rest when there is room', async () => {
    const held = Promise.withResolvers<void>();
    for (let asked = 0; asked < 256; asked += 1) server.reads.push(async (through) => held.promise.then(through));
    const all = sizes(reader.readMany(Array.from({ length: 300 }, () => ({ stream: 'a-1' }) as const)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.asked).toHaveLength(256);
    held.resolve();
    expect(await all).toHaveLength(300);
    expect(server.asked).toHaveLength(300);
  });
});

describe('A page of the log', () => {
  it('begins at the first event or after one, and has no more than asked, and none of the server’s own', async () => {
    const all = [...written('a-1', 3), ...written('b-1', 25)];
    server.log.writeOwn('$statsCollected');
    expect(await positions(reader.readAll(0n, 100))).toEqual(all);
    expect(await positions(reader.readAll(0n, 3))).toEqual(all.slice(0, 3));
    for (const [index, position] of all.entries()) expect(await positions(reader.readAll(position, 2))).toEqual(all.slice(index + 1, index + 3));
    expect(await reader.readAll((all.at(-1) ?? 0n) + 1_000n, 5)).toEqual([]);
    expect(server.asked).toHaveLength(2 + all.length + 1);
  });

  it('goes on behind what administers the log, however much of it there is, until it is full or the log ends', async () => {
    const before = written('a-1', 2);
    settings(7);
    const after = written('a-1', 2);
    expect(await positions(reader.readAll(0n, 6))).toEqual([...before, ...after]);
    // Never more than what is missing, and the one that it goes on from.
    expect(server.counts).toEqual([7, 5, 3]);
    expect(await positions(reader.readAll(0n, 3))).toEqual([...before, ...after.slice(0, 1)]);
    expect(await positions(reader.readAll(before[1] ?? 0n, 2))).toEqual(after);
    expect(await positions(reader.readAll(0n, 9))).toEqual([...before, ...after]);
  });

  it('begins with the first event, wherever that is', async () => {
    server.log.lines.shift();
    const all = written('a-1', 2);
    expect(await positions(reader.readAll(0n, 5))).toEqual(all);
  });

  it('of no events is asked of nobody', async () => {
    written('a-1', 1);
    expect(await reader.readAll(0n, 0)).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('ends where the server says more than events', async () => {
    const all = written('a-1', 2);
    server.reads.push(async (through) => [{ event: undefined }, ...through(), { event: undefined }]);
    expect(await positions(reader.readAll(0n, 2))).toEqual(all);
    server.reads.push(async (through) => [...through(), { event: undefined }, { event: undefined }]);
    expect(await positions(reader.readAll(0n, 3))).toEqual(all);
    expect(server.asked).toHaveLength(2);
  });

  it('that begins at a place that is none is not available', async () => {
    written('a-1', 1);
    await expect(reader.readAll(1n, 5)).rejects.toMatchObject({ name: 'StoreUnavailable', cause: { kind: 'refused' } });
  });
});

describe('Places in the log', () => {
  it('are read in their order, each once, whatever the order asked', async () => {
    const all = [...written('a-1', 12)];
    const [first = 0n, second = 0n, last = 0n] = [all[0], all[1], all.at(-1)];
    expect(await positions(reader.readAt([last, first, second, last, first]))).toEqual([first, second, last]);
    expect(server.asked).toHaveLength(3);
    expect(await positions(reader.readAt(all.toReversed()))).toEqual(all);
  });

  it('where none of ours is are left out: before the first, the server’s own, between two, beyond the end', async () => {
    server.log.writeOwn('$statsCollected');
    const [first = 0n] = written('a-1', 1);
    const own = server.log.lines[1]?.position ?? 0n;
    expect(await positions(reader.readAt([0n, own, first - 1n, first, first + 1_000n]))).toEqual([first]);
    expect(await reader.readAt([0n])).toEqual([]);
    expect(server.asked).toHaveLength(4);
  });

  it('that are answered with what stands elsewhere are left out', async () => {
    const [first = 0n, second = 0n] = written('a-1', 2);
    server.reads.push(() => new Unwired(server.log).read(placeRead(second), 1));
    expect(await reader.readAt([first])).toEqual([]);
  });

  it('that cannot be read are not available, and too many of them are a bug', async () => {
    server.reads.push(failing('lost'));
    await expect(reader.readAt([70n])).rejects.toThrow(StoreUnavailable);
    await expect(reader.readAt(Array.from({ length: MAX_PLACES + 1 }, () => 1n))).rejects.toThrow(RangeError);
    expect(server.asked).toHaveLength(1);
  });
});

describe('The newest event', () => {
  it('is nowhere in a log that has none of ours', async () => {
    expect(await reader.head()).toBe(0n);
    settings(50);
    expect(await reader.head()).toBe(0n);
    expect(server.asked).toHaveLength(3);
  });

  it.each([[0, 1], [1, 2], [99, 2], [100, 3], [9_999, 3]])('is found below %i of those that administer the log, asked %i times', async (count, times) => {
    const newest = written('a-1', 3).at(-1);
    settings(count);
    expect(await reader.head()).toBe(newest);
    expect(server.asked).toHaveLength(times);
  });

  it('is not looked for without end', async () => {
    written('a-1', 3);
    settings(10_000);
    await expect(reader.head()).rejects.toThrow(StoreUnavailable);
  });
});
