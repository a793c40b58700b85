import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aRound, followed, written } from '../../test/kit/kurrentdb-double/followed.js';
import { Unwired } from '../../test/kit/kurrentdb-double/unwired.js';
import { CallFailed } from './failure.js';
import { Follower } from './follower.js';
import { Reader } from './reader.js';

/** How long a silence lasts before it is asked about, in milliseconds. */
const QUIET = 1_000;

// A silence lasts as long as it is told to.
beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] }));
afterEach(() => void jest.useRealTimers());

async function silence(): Promise<void> {
  await jest.advanceTimersByTimeAsync(QUIET);
  await aRound();
}

const failing = async (): Promise<never> => {
  throw new CallFailed('lost');
};

describe('A follower that hears nothing', () => {
  it('asks how far the log is, and waits on where it is there already', async () => {
    const { server, calls, seen, ending, end } = followed();
    const all = [...written(server, 1)];
    await aRound();
    calls();
    for (let times = 0; times < 3; times += 1) await silence();
    expect(calls()).toEqual(['read', 'read', 'read']);
    all.push(...written(server, 1));
    await aRound();
    expect(seen()).toEqual(all);
    ending.abort();
    await end;
  });

  it.each([[true, 1], [false, 2]])('and whose log has grown begins another subscription, unless the server says how far it is (%p)', async (isAlive, subscriptions) => {
    const { server, seen, subscription, ending, end } = followed();
    const all = [...written(server, 1)];
    await aRound();
    // What comes is not told.
    subscription().emit('close');
    all.push(...written(server, 1));
    await silence();
    if (isAlive) subscription().push({ event: undefined });
    await silence();
    while (server.subscriptions.length < subscriptions) await aRound();
    expect(server.subscriptions).toHaveLength(subscriptions);
    await aRound();
    expect(seen()).toEqual(all.slice(0, subscriptions));
    ending.abort();
    await end;
  });
});

describe('A follower that is told to end', () => {
  it('before it began asks nobody', async () => {
    const server = new Unwired();
    const follower = new Follower({ connection: server, reader: new Reader(server, 5_000), milliseconds: 700 }, 0n);
    expect(await follower.pages(AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
    expect(server.asked).toEqual([]);
  });

  it.each([['happens', 0], ['was given yet', 1]])('while nothing %s ends without asking, and gives nothing that came meanwhile', async (_, count) => {
    const { server, ending, seen, end, calls, subscription } = followed();
    await aRound();
    if (count > 0) written(server, count);
    ending.abort();
    expect(await end).toBe('ended');
    expect(seen()).toEqual([]);
    expect(calls()).toEqual(['open']);
    expect(subscription().cancelled).toBe(true);
  });

  it('while nobody answers ends', async () => {
    const server = new Unwired();
    const [place = 0n] = written(server, 1);
    server.reads.push(...Array.from({ length: 1_000 }, () => failing));
    const { ending, end } = followed(place, server);
    await aRound();
    ending.abort();
    expect(await end).toBe('ended');
  });
});
