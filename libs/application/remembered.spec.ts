import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Remembered } from './remembered.js';

it('forgets what was used longest ago', () => {
  const remembered = new Remembered<string, number>(2);
  remembered.put('a', 1);
  remembered.put('b', 2);
  expect(remembered.get('a')).toBe(1);
  remembered.put('c', 3);
  expect([remembered.get('a'), remembered.get('b'), remembered.get('c')]).toEqual([1, undefined, 3]);
});

it('keeps one value a key, and none that it was told to forget', () => {
  const remembered = new Remembered<string, number>(2);
  remembered.put('a', 1);
  remembered.put('a', 2);
  remembered.put('b', 3);
  remembered.forget('b');
  expect([remembered.get('a'), remembered.get('b')]).toEqual([2, undefined]);
});

describe('with a time', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => void jest.useRealTimers());

  it('gives nothing that was put in longer ago, however often it was asked for', () => {
    const remembered = new Remembered<string, number>(10, 1_000);
    remembered.put('a', 1);
    jest.advanceTimersByTime(999);
    expect(remembered.get('a')).toBe(1);
    remembered.put('b', 2);
    jest.advanceTimersByTime(1);
    expect([remembered.get('a'), remembered.get('b')]).toEqual([undefined, undefined]);
    remembered.put('a', 3);
    expect(remembered.get('a')).toBe(3);
  });
});
