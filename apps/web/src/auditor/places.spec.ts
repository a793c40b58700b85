import { describe, expect, it } from '@jest/globals';
import { placing, stepsOf } from './places.js';

const FIRST = Date.parse('2026-11-29T00:17:00Z');
const HOUR = 3_600_000;
/** What a time takes, in pixels. */
const ROOM = 112;

describe('the steps below the bars', () => {
  it.each([0.2, 1, 7, 20, 30, 72, 200, 500, 2_000, 9_000])('stand apart on every screen, over %d hours', (hours) => {
    for (let width = 230; width <= 1_200; width += 10) {
      const place = placing(FIRST, FIRST + hours * HOUR, width);
      const steps = stepsOf(place, width, ROOM).map((at) => place(at));
      for (const [index, at] of steps.entries()) expect(at - (steps[index - 1] ?? -ROOM)).toBeGreaterThanOrEqual(ROOM);
    }
  });

  it('are more than one where there is room for them', () => {
    const place = placing(FIRST, FIRST + 7 * HOUR, 600);
    expect(stepsOf(place, 600, ROOM).length).toBeGreaterThan(1);
  });
});
