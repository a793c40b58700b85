import { describe, expect, it } from '@jest/globals';
import { type ReadRange, StoreUnavailable } from '../event-store/index.js';
import { CITIZEN, LONG } from './log.fixture.js';
import { Reader } from './reader.js';
import { elements, LineDouble, PostgresDouble, said } from './session.fixture.js';

const opened = () => {
  const server = new PostgresDouble(LONG);
  /** Of how many streams each statement asks. */
  const sizes = (): readonly number[] => server.asked.map(({ values: [lows] }) => elements(lows).length);
  return { server, sizes, reader: new Reader([new LineDouble(server), new LineDouble(server)], 1_234) };
};

const long = (count: number): readonly ReadRange[] => Array.from({ length: count }, () => ({ stream: CITIZEN }));
const missing = (count: number): readonly ReadRange[] => Array.from({ length: count }, (_, index) => ({ stream: `test-missing-${index}` }));

describe('Reads of long parts', () => {
  it('are asked for by several statements once some have come, and each gets its own answer', async () => {
    const { reader, sizes } = opened();
    const whole = Array.from({ length: 5 }, () => LONG);
    expect(await reader.readMany(long(5))).toEqual(whole);
    expect(await Promise.all([reader.readMany(long(5)), reader.readMany(long(1)), reader.readMany(long(1))])).toEqual([whole, [LONG], [LONG]]);
    expect(sizes()).toEqual([5, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('are all sent before one is answered: a server that hangs keeps nobody waiting for more than one deadline', async () => {
    const { reader, server, sizes } = opened();
    await reader.readMany(long(1));
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    server.answering = promise;
    const reads = [reader.readMany(missing(100)), ...Array.from({ length: 100 }, () => reader.readMany(missing(1)))];
    await new Promise(setImmediate);
    expect(sizes()).toHaveLength(1 + 200);
    answer();
    expect((await Promise.all(reads)).map(({ length }) => length)).toEqual([100, ...Array.from({ length: 100 }, () => 1)]);
  });

  it('come back to whoever asked, wherever what was asked is cut', async () => {
    const { reader, sizes } = opened();
    await reader.readMany(long(1));
    await reader.readMany(missing(1));
    const asked = [[0n, 1n], [2n, 3n, 0n, 1n], [2n], [3n, 2n, 1n, 0n, 3n]];
    const answers = await Promise.all(asked.map((froms) => reader.readMany(froms.map((from) => ({ stream: CITIZEN, from })))));
    expect(answers).toEqual(asked.map((froms) => froms.map((from) => LONG.slice(Number(from)))));
    expect(sizes()).toEqual([1, 1, 3, 3, 3, 3]);
  });

  it('wait as one, however many statements they come to', async () => {
    const { reader } = opened();
    await reader.readMany(long(1));
    const pages = await Promise.all([...Array.from({ length: 11 }, () => reader.readMany(missing(1_000))), reader.readMany(missing(1))]);
    expect(pages.map(({ length }) => length)).toEqual([...Array.from({ length: 11 }, () => 1_000), 1]);
  });

  it('fail where one of their statements does, and leave those of others alone', async () => {
    const { reader, server } = opened();
    await reader.readMany(long(1));
    let asked = 0;
    server.mishap = () => ((asked += 1) === 3 ? { instead: new Error('the connection is lost') } : undefined);
    const reads = await Promise.allSettled([reader.readMany(missing(2)), reader.readMany(missing(3)), reader.readMany(missing(1))]);
    expect(reads.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('keep their place until the last of their statements is answered, also where one has failed', async () => {
    const { reader, server, sizes } = opened();
    await reader.readMany(long(1));
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    let asked = 0;
    server.mishap = () => {
      asked += 1;
      server.answering = asked === 1 ? Promise.resolve() : promise;
      return asked === 1 ? { instead: said('57014') } : undefined;
    };
    const reads: Promise<unknown>[] = [];
    for (const parts of [2, 1, 1, 1]) {
      reads.push(reader.readMany(missing(parts)));
      await new Promise(setImmediate);
    }
    await expect(reads[0]).rejects.toThrow(StoreUnavailable);
    reads.push(reader.readMany(missing(1)));
    await new Promise(setImmediate);
    expect(sizes()).toHaveLength(1 + 5);
    answer();
    expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  });

  it('are asked for together again once short ones have come', async () => {
    const { reader, sizes } = opened();
    await reader.readMany(long(1));
    for (let round = 0; round < 10; round += 1) await reader.readMany(missing(1));
    await reader.readMany(long(3));
    expect(sizes().at(-1)).toBe(3);
  });
});
