import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailable } from '../event-store/index.js';
import { Window } from './window.js';

let now = 0;
beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => void jest.restoreAllMocks());

/** Something that goes on until it is told to end, and what it was given. */
function lasting() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const given: number[] = [];
  const work = (left: number): Promise<string> => {
    given.push(left);
    return promise;
  };
  return { work, given, end: () => resolve('done'), fail: reject };
}

/** Until whatever can go on has. */
const aRound = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

describe('So many things at once', () => {
  it('are begun at once, with all of their time', async () => {
    const [window, one, other] = [new Window(2, 0), lasting(), lasting()];
    const both = [window.within(70, one.work), window.within(80, other.work)];
    await aRound();
    expect([one.given, other.given]).toEqual([[70], [80]]);
    one.end();
    other.end();
    expect(await Promise.all(both)).toEqual(['done', 'done']);
  });

  it('are no more than so many: the next wait, in order, and have what is left of their time', async () => {
    const [window, ...things] = [new Window(1, 2), lasting(), lasting(), lasting()] as const;
    const begun = things.map(({ work }) => window.within(100, work));
    for (const [index, thing] of things.entries()) {
      await aRound();
      expect(things.map(({ given }) => given.length)).toEqual(things.map((_, other) => (other <= index ? 1 : 0)));
      expect(thing.given).toEqual([100 - 30 * index]);
      now += 30;
      thing.end();
    }
    expect(await Promise.all(begun)).toEqual(['done', 'done', 'done']);
  });

  it('may be had again, as often as they end, however they end', async () => {
    const window = new Window(2, 0);
    for (let times = 0; times < 5; times += 1) {
      const [one, other] = [lasting(), lasting()];
      const both = [window.within(9, one.work), window.within(9, other.work)];
      await expect(window.within(9, one.work)).rejects.toThrow(StoreUnavailable);
      const bug = new TypeError('a bug');
      one.fail(bug);
      other.end();
      expect(await Promise.allSettled(both)).toEqual([{ status: 'rejected', reason: bug }, { status: 'fulfilled', value: 'done' }]);
    }
  });

  it('are waited for by so many and no more', async () => {
    const [window, first] = [new Window(1, 2), lasting()];
    const waiting = [1, 2, 3].map(() => window.within(9, first.work));
    await expect(window.within(9, first.work)).rejects.toThrow(StoreUnavailable);
    first.end();
    expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done']);
  });

  it('are not begun when nothing is left of their time, and keep nobody behind them waiting', async () => {
    const [window, first, late, last] = [new Window(1, 9), lasting(), lasting(), lasting()];
    const [begun, tooLate, behind] = [window.within(100, first.work), window.within(100, late.work), window.within(101, last.work)];
    const refused = tooLate.catch((error: unknown) => error);
    await aRound();
    now += 100;
    first.end();
    last.end();
    await Promise.all([begun, behind]);
    expect(await refused).toBeInstanceOf(StoreUnavailable);
    expect([late.given, last.given]).toEqual([[], [1]]);
  });
});
