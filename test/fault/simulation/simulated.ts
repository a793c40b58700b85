import { resolve } from 'node:path';
import { expect } from '@jest/globals';
import { elsewhere } from './elsewhere.js';

/** As compiled: where suites run each name of the machine's is looked up in two places, and a thousand seeds take twice as long. */
const PLAYER = resolve('dist/test/fault/simulation/player.js');

/** The simulation, loaded after time and chance were taken over: what a spec imports itself would be loaded before. */
export async function simulation() {
  await import('./machine/take-over.js');
  const [{ simulate }, { KEPT }] = await Promise.all([import('./simulate.js'), import('./kept-cases.js')]);
  return { simulate, KEPT };
}

/** Plays seeds and expects nothing wrong, and that something happened. */
export async function nothingGoesWrong(from: number, count: number): Promise<void> {
  const { wrong, shown, refused, perhaps } = await elsewhere(PLAYER, from, count);
  expect(wrong.map(({ seed, wrong }) => ({ seed, wrong: wrong.map(({ name, what }) => `${name}: ${what}`) }))).toEqual([]);
  // Where nothing is shown nothing can be shown wrongly.
  expect([shown, refused, perhaps].map((some) => some > 5 * count)).toEqual([true, true, true]);
}
