import { randomBytes } from 'node:crypto';
import { getEventListeners } from 'node:events';
import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Pushed } from '../../test/kit/kurrentdb-double/unwired.js';
import { StoreUnavailable } from '../event-store/index.js';
import type { Answer } from './answer.js';
import { CallFailed } from './failure.js';
import { placeIn } from './wire.js';
import { Subscription } from './subscription.js';

// What it waits for is waited for with a timer that stands: whoever needs no time gets none.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] }));
afterEach(() => void jest.useRealTimers());

/** Until whatever was said is heard. */
async function aRound(): Promise<void> {
  for (let times = 0; times < 3; times += 1) await new Promise((resolve) => setImmediate(resolve));
}

const event = (position: bigint, custom = randomBytes(20)): Answer => ({ event: { stream: 'a-1', type: 'Fact', custom, data: Buffer.alloc(0), revision: position, position } });
const HOW_FAR: Answer = { event: undefined };
const NOT_OURS = event(9n, Buffer.alloc(3));

async function begun() {
  const [answers, ending, givenUp] = [new Pushed(), new AbortController(), [] as unknown[]];
  const asked: (bigint | number)[] = [];
  const subscription = await Subscription.begin(
    {
      open: async (request, milliseconds) => {
        asked.push(BigInt(request.getOptions()?.getAll()?.getPosition()?.getCommitPosition() ?? 0), milliseconds);
        return { answers, gaveUp: (error) => void givenUp.push(error) };
      },
    },
    { after: 70n, signal: ending.signal, milliseconds: 500 },
  );
  const says = async (...all: readonly Answer[]): Promise<void> => {
    for (const answer of all) answers.push(answer);
    await aRound();
  };
  /** Which have come, or what it is still waiting for. */
  const next = (milliseconds = 50) => settling(subscription.next(milliseconds).then((events) => events.map(({ position }) => position)));
  return { answers, ending, givenUp, asked, subscription, says, next };
}

/** Something that is waited for, and what has become of it so far. */
function settling<T>(promise: Promise<T>) {
  const state: { value: T | 'waiting' | 'failed' } = { value: 'waiting' };
  promise.then((value) => (state.value = value), () => (state.value = 'failed'));
  return {
    promise,
    now: async (): Promise<T | 'waiting' | 'failed'> => {
      await aRound();
      return state.value;
    },
  };
}

describe('A subscription', () => {
  it('is asked for after a place, within its time', async () => expect((await begun()).asked).toEqual([70n, 500]));

  it('that cannot be opened is not available', async () => {
    const failed = new CallFailed('lost');
    const { signal } = new AbortController();
    await expect(Subscription.begin({ open: () => Promise.reject(failed) }, { after: 0n, signal, milliseconds: 1 })).rejects.toMatchObject({ name: 'StoreUnavailable', cause: failed });
  });

  it('gives what has come, and then what comes next', async () => {
    const { says, next } = await begun();
    await says(event(1n), HOW_FAR, event(2n));
    expect(await next().now()).toEqual([1n, 2n]);
    const later = next();
    expect(await later.now()).toBe('waiting');
    await says(HOW_FAR);
    expect(await later.now()).toBe('waiting');
    await says(event(3n));
    expect(await later.now()).toEqual([3n]);
  });

  it('gives nothing after so long a silence, and each silence is one of its own', async () => {
    const { says, next } = await begun();
    const first = next(50);
    await jest.advanceTimersByTimeAsync(49);
    expect(await first.now()).toBe('waiting');
    await says(event(1n));
    expect(await first.now()).toEqual([1n]);
    const second = next(50);
    await jest.advanceTimersByTimeAsync(49);
    expect(await second.now()).toBe('waiting');
    await jest.advanceTimersByTimeAsync(1);
    expect(await second.now()).toEqual([]);
  });

  it('has no more than two thousand wait to be taken', async () => {
    const { answers, says, next } = await begun();
    await says(...Array.from({ length: 1_999 }, (_, index) => event(BigInt(index))));
    expect(answers.isPaused()).toBe(false);
    await says(event(1_999n), event(2_000n));
    expect(answers.isPaused()).toBe(true);
    expect(await next().now()).toHaveLength(2_000);
    expect(answers.isPaused()).toBe(false);
    expect(await next().now()).toEqual([2_000n]);
  });
});

describe('A subscription that fails', () => {
  it('gives what came before, and then says so, and who failed is given up', async () => {
    const { answers, givenUp, says, next } = await begun();
    await says(event(1n));
    const error = Object.assign(new Error('cut'), { code: status.PERMISSION_DENIED });
    answers.destroy(error);
    await aRound();
    expect(givenUp).toEqual([error]);
    expect(await next().now()).toEqual([1n]);
    for (const times of [1, 2]) await expect(next(times).promise).rejects.toMatchObject({ name: 'StoreUnavailable', cause: { kind: 'refused', cause: error } });
  });

  it('while somebody waits says so at once', async () => {
    const { answers, next } = await begun();
    const waiting = next();
    answers.destroy(new Error('cut'));
    await expect(waiting.promise).rejects.toThrow(StoreUnavailable);
  });

  it('or ends, although nobody ended it, is not available', async () => {
    const { answers, givenUp, next } = await begun();
    const waiting = next();
    answers.push(null);
    await expect(waiting.promise).rejects.toThrow(StoreUnavailable);
    expect(givenUp).toEqual([]);
  });

  it('over an event that is not ours gives nothing that stands behind it', async () => {
    const { says, next, givenUp } = await begun();
    await says(event(1n), NOT_OURS, event(2n));
    expect(await next().now()).toEqual([1n]);
    await says(event(3n));
    await expect(next().promise).rejects.toThrow('the log has an event that is not ours at position 9');
    expect(givenUp).toEqual([]);
    expect(placeIn(NOT_OURS)).toBe(9n);
  });

  it('keeps the first reason', async () => {
    const { answers, says, next } = await begun();
    await says(NOT_OURS);
    answers.destroy(new Error('cut'));
    await aRound();
    await expect(next().promise).rejects.toThrow('the log has an event that is not ours');
  });
});

describe('A server', () => {
  it('that says nothing for so long is silent', async () => {
    const { subscription, next } = await begun();
    const nothing = next(50);
    await jest.advanceTimersByTimeAsync(50);
    expect(await nothing.now()).toEqual([]);
    const silent = settling(subscription.isSilent(70));
    await jest.advanceTimersByTimeAsync(69);
    expect(await silent.now()).toBe('waiting');
    await jest.advanceTimersByTimeAsync(1);
    expect(await silent.now()).toBe(true);
  });

  it.each([['an event', event(1n)], ['how far it is', HOW_FAR]])('that says something meanwhile is not, were it only %s', async (_, answer) => {
    const { subscription, says, next } = await begun();
    const nothing = next(50);
    await jest.advanceTimersByTimeAsync(50);
    expect(await nothing.now()).toEqual([]);
    const silent = settling(subscription.isSilent(70));
    await says(answer);
    await jest.advanceTimersByTimeAsync(70);
    expect(await silent.now()).toBe(false);
  });

  it('that has said something since it was asked is not, without waiting', async () => {
    const { subscription, says, next } = await begun();
    const asked = next(50);
    await says(HOW_FAR);
    await jest.advanceTimersByTimeAsync(50);
    expect(await asked.now()).toEqual([]);
    expect(await settling(subscription.isSilent(70)).now()).toBe(false);
  });

  it('that had said something before it was asked may be', async () => {
    const { subscription, says, next } = await begun();
    await says(HOW_FAR);
    const asked = next(50);
    await jest.advanceTimersByTimeAsync(50);
    expect(await asked.now()).toEqual([]);
    expect(await settling(subscription.isSilent(70)).now()).toBe('waiting');
  });
});

describe('Whoever is told to end', () => {
  it('waits no more, and hears of no failure', async () => {
    const { answers, ending, next } = await begun();
    const waiting = next();
    ending.abort();
    expect(await waiting.now()).toEqual([]);
    expect(await next().now()).toEqual([]);
    answers.destroy(new Error('cut'));
    await aRound();
    expect(await next().now()).toEqual([]);
  });

  it('ends the server’s, too, and who was ended did not fail', async () => {
    const { answers, ending, subscription, givenUp, next } = await begun();
    expect(getEventListeners(ending.signal, 'abort')).toHaveLength(1);
    const waiting = next();
    subscription.end();
    await expect(waiting.promise).rejects.toThrow(StoreUnavailable);
    answers.emit('error', new Error('cancelled'));
    expect([answers.cancelled, givenUp]).toEqual([true, []]);
    expect(getEventListeners(ending.signal, 'abort')).toEqual([]);
  });
});
