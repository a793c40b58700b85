import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { CommitBell } from './commit-bell.js';
import { LOG } from './log.fixture.js';

const NEVER = 3_600_000;

/** Timers of this process that are still to come. */
const timers = (): number => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

describe('The bell', () => {
  it('says how often it rang, and what was committed last', () => {
    const bell = new CommitBell();
    expect([bell.rings, bell.after(0n, 10)]).toEqual([0, []]);
    bell.ring(LOG.slice(0, 2));
    bell.ring();
    bell.ring(LOG.slice(2));
    expect([bell.rings, bell.after(1n, 2), bell.after(3n, 10)]).toEqual([3, LOG.slice(1, 3), LOG.slice(3)]);
  });

  it('wakes everybody who waits, whenever they began, and once', async () => {
    const bell = new CommitBell();
    const { signal } = new AbortController();
    const woken: string[] = [];
    const waiting = ['one', 'other'].map((name) => bell.heardMore(0, NEVER, signal).then(() => woken.push(name)));
    await new Promise(setImmediate);
    expect(woken).toEqual([]);
    bell.ring();
    await Promise.all(waiting);
    expect(woken).toEqual(['one', 'other']);
  });

  it('is not waited for where it rang since, and is where it did not', async () => {
    const bell = new CommitBell();
    bell.ring();
    await bell.heardMore(0, NEVER, new AbortController().signal);
    const woken: string[] = [];
    const second = bell.heardMore(1, NEVER, new AbortController().signal).then(() => woken.push('second'));
    await new Promise(setImmediate);
    expect(woken).toEqual([]);
    bell.ring();
    await second;
  });

  it('is not waited for longer than said', async () => {
    await new CommitBell().heardMore(0, 5, new AbortController().signal);
  });

  it('is not waited for by whoever is told to end, before or meanwhile', async () => {
    const bell = new CommitBell();
    await bell.heardMore(0, NEVER, AbortSignal.abort());
    const ending = new AbortController();
    const waiting = bell.heardMore(0, NEVER, ending.signal);
    ending.abort();
    await waiting;
  });

  it('leaves nothing on a signal that lives on, and no timer', async () => {
    const bell = new CommitBell();
    const { signal } = new AbortController();
    const before = timers();
    const waiting = bell.heardMore(0, NEVER, signal);
    expect([getEventListeners(signal, 'abort').length, timers()]).toEqual([1, before + 1]);
    bell.ring();
    await waiting;
    expect([getEventListeners(signal, 'abort').length, timers()]).toEqual([0, before]);
  });
});
