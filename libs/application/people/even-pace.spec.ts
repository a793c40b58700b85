import { describe, expect, it } from '@jest/globals';
import { EvenPace, LATELY, PACE, SLOWEST } from './even-pace.js';

/** Answers after works that take so long, one after another, `later` than the one before; each answer's time. */
async function answers(works: readonly number[], later = 0): Promise<readonly number[]> {
  const { pace, timer } = paced();
  const times: number[] = [];
  for (const took of works) {
    await timer.sleep(later);
    const began = timer.now();
    await pace.keep(() => timer.sleep(took));
    times.push(timer.now() - began);
  }
  return times;
}

function paced() {
  let now = 5;
  const timer = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  return { pace: new EvenPace(timer), timer };
}

describe('An answer about a document', () => {
  it('comes at the pace, however little work it took', async () => expect(await answers([0, 3, 99])).toEqual([PACE, PACE, PACE]));
  it('comes no sooner than the slowest did lately', async () => expect(await answers([0, 232, 168, 20])).toEqual([PACE, 232, 232, 232]));
  it('is not kept for long where one met a fault', async () => expect(await answers([9_000, 20])).toEqual([9_000, SLOWEST]));
  it('comes at its pace where work fails, too', async () => {
    const { pace, timer } = paced();
    const began = timer.now();
    await expect(pace.keep(async () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(timer.now() - began).toBe(PACE);
  });

  it.each([
    { later: LATELY - 600, kept: 500 },
    { later: 2 * LATELY, kept: PACE },
  ])('is $kept ms where one took 500 and $later have passed', async ({ later, kept }) => expect((await answers([500, 10], later)).at(-1)).toBe(kept));
});
