import { describe, expect, it } from '@jest/globals';
import { type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { CommitBell } from './commit-bell.js';
import { followLog, type ReadPage } from './follower.js';

const events = (from: number, to: number): readonly RecordedEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    id: EventId('00000001-89ab-4cde-8f01-23456789abcd'), type: 'Fact', data: Buffer.of(), metadata: Buffer.of(), stream: 's-1', revision: BigInt(from + index - 1), position: BigInt(from + index),
  }));

/** A log that grows, and what it was asked. */
function growing(...log: RecordedEvent[]) {
  const asked: (readonly [bigint, number])[] = [];
  const read: ReadPage = async (after, limit) => {
    asked.push([after, limit]);
    return log.filter(({ position }) => position > after).slice(0, limit);
  };
  return { log, asked, read };
}

/** Positions that a follower sees until there are so many. */
async function seen(count: number, read: ReadPage, after = 0n, bell = new CommitBell()): Promise<readonly bigint[]> {
  const ending = new AbortController();
  const positions: bigint[] = [];
  for await (const page of followLog(read, after, bell, ending.signal)) {
    positions.push(...page.map(({ position }) => position));
    if (positions.length >= count) ending.abort();
  }
  return positions;
}

const upTo = (last: number, first = 1): readonly bigint[] => Array.from({ length: last - first + 1 }, (_, index) => BigInt(first + index));

/** A bell for which somebody who sleeps through it sleeps for ever. */
class OnlyBell extends CommitBell {
  override heardMore(heard: number, _: number, signal: AbortSignal): Promise<void> {
    return super.heardMore(heard, 3_600_000, signal);
  }
}

describe('A follower', () => {
  it('gets the log page by page, from just after its position', async () => {
    const { read, asked } = growing(...events(1, 2_345));
    expect(await seen(2_300, read, 45n)).toEqual(upTo(2_345, 46));
    expect(asked).toEqual([[45n, 1_000], [1_045n, 1_000], [2_045n, 1_000]]);
  });

  it('gets what comes later, without a bell: it looks again', async () => {
    const { read, log, asked } = growing(...events(1, 1));
    const following = seen(2, read);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked.length).toBeLessThan(5);
    log.push(...events(2, 2));
    expect(await following).toEqual([1n, 2n]);
  });

  it('is not read again what this process has just written', async () => {
    const [{ read, asked }, bell] = [growing(...events(1, 2)), new OnlyBell()];
    const following = seen(5, read, 0n, bell);
    await new Promise((resolve) => setTimeout(resolve, 10));
    bell.ring(events(3, 5));
    expect(await following).toEqual(upTo(5));
    expect(asked).toEqual([[0n, 1_000], [2n, 1_000]]);
  });

  it('gets at once what was committed while it looked', async () => {
    const [{ read, log }, bell] = [growing(), new OnlyBell()];
    let looked = false;
    const missed: ReadPage = async (after, limit) => {
      const page = await read(after, limit);
      if (!looked) {
        looked = true;
        log.push(...events(1, 1));
        bell.ring();
      }
      return page;
    };
    expect(await seen(1, missed, 0n, bell)).toEqual([1n]);
  });

  it('gets a page of a thousand at most also of what this process has written', async () => {
    const bell = new CommitBell();
    bell.ring(events(1, 1_500));
    const first = await followLog(growing().read, 0n, bell, new AbortController().signal).next();
    expect(first.value).toHaveLength(1_000);
  });

  it('outlives the server: it asks for the same page until it is answered', async () => {
    const [{ read, asked }, failures] = [growing(...events(1, 3)), [new StoreUnavailable(), new StoreUnavailable()]];
    const failing: ReadPage = (after, limit) => {
      const failure = failures.pop();
      return failure === undefined ? read(after, limit) : Promise.reject(failure);
    };
    expect(await seen(2, failing, 1n)).toEqual([2n, 3n]);
    expect(asked).toEqual([[1n, 1_000]]);
  });

  it('ends with an error that is a bug', async () => {
    const bug = new TypeError('a bug');
    await expect(seen(1, () => Promise.reject(bug))).rejects.toBe(bug);
  });

  it.each([
    ['at the beginning', [...events(2, 3)], 0n, 0n],
    ['after its position', [...events(7, 7)], 5n, 5n],
    ['within a page', [...events(1, 3), ...events(5, 6)], 0n, 0n],
    ['where an event is told twice', [...events(1, 2), ...events(2, 3)], 0n, 0n],
  ])('does not step over a hole that somebody made: %s', async (_, log, after, said) => {
    await expect(seen(9, growing(...log).read, after)).rejects.toThrow(`the log has a hole after position ${said}`);
  });

  it('that is told to end gives no more: before it began, while a page is on its way, while nothing happens, and while the server is gone', async () => {
    const { read } = growing(...events(1, 1));
    expect(await followLog(read, 0n, new CommitBell(), AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
    for (const ask of [read, growing().read, () => Promise.reject(new StoreUnavailable())]) {
      const ending = new AbortController();
      const page = followLog(ask, 0n, new OnlyBell(), ending.signal).next();
      ending.abort();
      expect(await page).toEqual({ done: true, value: undefined });
    }
  });
});
