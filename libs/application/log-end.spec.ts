import { beforeEach, describe, expect, it } from '@jest/globals';
import { SteerableClock } from '../../test/kit/steerable-clock.js';
import { LogEnd } from './log-end.js';

const SECOND = 1_000;
let clock: SteerableClock;
let head: bigint;
let looks: number;
let end: LogEnd;

beforeEach(() => {
  clock = new SteerableClock('2026-11-23T02:00:00Z');
  [head, looks] = [0n, 0];
  end = new LogEnd(async () => {
    looks += 1;
    return head;
  }, clock);
});

/** Asks once a second, while the log grows by one; what was due each time. */
async function askedFor(seconds: number): Promise<readonly bigint[]> {
  const due: bigint[] = [];
  for (let second = 0; second < seconds; second += 1) {
    head += 1n;
    due.push(await end.due());
    await new Promise(setImmediate);
    clock.advance(SECOND);
  }
  return due;
}

describe('what read models have to have passed', () => {
  it('is where the log ends, for the first who asks', async () => {
    head = 7n;
    expect(await end.due()).toBe(7n);
  });

  it('is where it ended five seconds ago, while people ask', async () => {
    expect(await askedFor(9)).toEqual([1n, 1n, 1n, 1n, 1n, 1n, 2n, 3n, 4n]);
  });

  it('is never older than that, also where few ask', async () => {
    const due: bigint[] = [];
    for (let asked = 0; asked < 4; asked += 1) {
      head += 10n;
      due.push(await end.due());
      await new Promise(setImmediate);
      clock.advance(4 * SECOND);
    }
    expect(due).toEqual([10n, 10n, 20n, 30n]);
  });

  it('is where it ends, after nobody asked for a while or the clock went back', async () => {
    await askedFor(3);
    head = 100n;
    clock.advance(6 * SECOND);
    expect(await end.due()).toBe(100n);
    head = 200n;
    clock.advance(-3_600 * SECOND);
    expect(await end.due()).toBe(200n);
  });

  it('is looked up once a second at most, whoever asks', async () => {
    await Promise.all(Array.from({ length: 50 }, () => end.due()));
    expect(looks).toBe(1);
    clock.advance(SECOND);
    await Promise.all(Array.from({ length: 50 }, () => end.due()));
    expect(looks).toBe(2);
  });

  it('is passed where read models are that far, and as far as was asked besides', async () => {
    head = 7n;
    const readModels = { reached: async (position: bigint, milliseconds: number) => position <= 8n && milliseconds === 500 };
    const passed = [await end.passedBy(readModels), await end.passedBy(readModels, { position: 8n }), await end.passedBy(readModels, { position: 9n }), await end.passedBy(readModels, { within: 0 })];
    expect(passed).toEqual([true, true, false, false]);
    expect(await end.passedBy({ reached: async (position) => position < 7n })).toBe(false);
  });

  it('is unknown, and says so, where the log has not been read for that long', async () => {
    await end.due();
    end = new LogEnd(() => Promise.reject(new Error('out of reach')), clock);
    await expect(end.due()).rejects.toThrow('out of reach');
  });
});
