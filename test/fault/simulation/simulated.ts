import { expect } from '@jest/globals';

/** The simulation, loaded after time and chance were taken over: what a spec imports itself would be loaded before. */
export async function simulation() {
  await import('./machine/take-over.js');
  const [{ simulate }, { alone }, { KEPT }] = await Promise.all([import('./simulate.js'), import('./players.js'), import('./kept-cases.js')]);
  return { simulate, alone, KEPT };
}

/** Plays seeds and expects nothing wrong, and that something happened. */
export async function nothingGoesWrong(from: number, count: number): Promise<void> {
  const { alone } = await simulation();
  const { wrong, shown, refused, perhaps } = await alone(from, count);
  expect(wrong.map(({ seed, wrong }) => ({ seed, wrong: wrong.map(({ name, what }) => `${name}: ${what}`) }))).toEqual([]);
  // Where nothing is shown nothing can be shown wrongly.
  expect([shown, refused, perhaps].map((some) => some > 5 * count)).toEqual([true, true, true]);
}
