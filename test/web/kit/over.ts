import { expect } from '@jest/globals';
import type { Visitor } from './visitor.js';

/** Ends a visit: nothing was complained of, and nothing of anybody outlives it. */
export async function over(visitor: Visitor, ...private_: readonly string[]): Promise<void> {
  const left = await visitor.left();
  for (const word of [...private_, 'eyJ', 'c_']) expect(left).not.toContain(word);
  expect(visitor.faults).toEqual([]);
  await visitor.leave();
}
