import { expect, it } from '@jest/globals';
import { Ahead } from './ahead.js';

/** Numbers that come when they are told to; what was asked of them. */
function numbers(...values: readonly number[]) {
  const told = { asked: 0, left: false, come: (): void => undefined };
  const source = async function* (): AsyncGenerator<number, void, void> {
    try {
      for (const value of values) {
        told.asked += 1;
        await new Promise<void>((resolve) => (told.come = resolve));
        yield value;
      }
    } finally {
      told.left = true;
    }
  };
  return { told, ahead: new Ahead(source()) };
}

const never = new Promise<void>(() => undefined);

it('gives what comes, in order, and nothing behind the last', async () => {
  const { told, ahead } = numbers(1, 2);
  for (const expected of [1, 2]) {
    const next = ahead.nextOr(true, never);
    await Promise.resolve();
    told.come();
    expect(await next).toBe(expected);
  }
  expect([await ahead.nextOr(true, undefined), await ahead.nextOr(true, Promise.resolve()), await ahead.nextOr(true, undefined)]).toEqual([undefined, undefined, undefined]);
});

it('tells that something else came first, also its failure, and loses nothing', async () => {
  const { told, ahead } = numbers(1);
  expect(await ahead.nextOr(true, Promise.resolve())).toBeUndefined();
  expect(await ahead.nextOr(true, Promise.reject(new Error('gone')))).toBeUndefined();
  told.come();
  expect(await ahead.nextOr(false, never)).toBe(1);
});

it('asks only where that is wanted', async () => {
  const { told, ahead } = numbers(1);
  expect(await ahead.nextOr(false, Promise.resolve())).toBeUndefined();
  expect(told.asked).toBe(0);
});

it('lets go of the source, also while it was asked', async () => {
  for (const asks of [false, true]) {
    const { told, ahead } = numbers(1, 2);
    await ahead.nextOr(asks, Promise.resolve());
    ahead.leave();
    told.come();
    await new Promise(setImmediate);
    expect(told).toMatchObject({ asked: asks ? 1 : 0, left: asks });
  }
});
