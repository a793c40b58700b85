import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('let so many run at once, the others in the order they came, also after one failed', async () => {
    const turns = new Turns(2);
    const began: number[] = [];
    const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
    const all = ends.map(({ promise }, index) =>
      turns.take(async () => {
        began.push(index);
        await promise;
      }),
    );
    const results = Promise.allSettled(all);
    await new Promise(setImmediate);
    expect(began).toEqual([0, 1]);
    ends[1]?.reject(new Error('no'));
    await new Promise(setImmediate);
    const late = turns.take(async () => void began.push(5));
    expect(began).toEqual([0, 1, 2]);
    for (const { resolve } of ends) resolve();
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    await late;
    expect(began).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
