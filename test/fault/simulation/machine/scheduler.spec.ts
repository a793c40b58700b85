import { describe, expect, it } from '@jest/globals';
import { Random } from './random.js';
import { Scheduler } from './scheduler.js';

/** Three that are due together, one before and one after, and what each began. */
async function play(seed: string): Promise<readonly string[]> {
  const scheduler = new Scheduler(new Random(seed));
  const seen: string[] = [];
  const sleeper = async (name: string, milliseconds: number): Promise<void> => {
    await scheduler.sleep(milliseconds);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    seen.push(`${name} at ${scheduler.now}`);
  };
  await scheduler.until(Promise.all([sleeper('last', 9), sleeper('a', 5), sleeper('b', 5), sleeper('c', 5), sleeper('first', 1)]));
  return seen;
}

describe('Time that passes by itself', () => {
  it('goes on only when nothing is left to do at an instant', async () => {
    const seen = await play('one');
    expect([seen[0], seen[4]]).toEqual(['first at 1', 'last at 9']);
    expect(seen.slice(1, 4).toSorted((a, b) => a.localeCompare(b))).toEqual(['a at 5', 'b at 5', 'c at 5']);
  });

  it('lets chance say who comes first of those that are due together, the same for the same seed', async () => {
    const orders = await Promise.all(['one', 'two', 'three', 'four', 'five', 'six'].map(async (seed) => (await play(seed)).join()));
    expect(await play('one').then((seen) => seen.join())).toBe(orders[0]);
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('ends where everybody waits for something that does not come', async () => {
    await expect(new Scheduler(new Random('one')).until(new Promise(() => undefined))).rejects.toThrow('for ever');
  });
});
