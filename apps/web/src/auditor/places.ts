import { scaleUtc } from '@visx/scale';

/** Days begin in Shanghai, and so do the steps of the axis: its scale has their wall clock. */
export const UTC_8 = 8 * 3_600_000;
const EDGE = 10;

/** From an instant to its place across; what lies beyond an end stands at it. */
export type Place = ReturnType<typeof placing>;

/** Places all instants of a history in a width (pixels). */
export function placing(first: number, end: number, width: number) {
  const margin = Math.max(1, (end - first) / 40);
  return scaleUtc({ domain: [first - margin + UTC_8, end + margin + UTC_8], range: [EDGE, Math.max(EDGE, width - EDGE)], clamp: true });
}

/** Steps of the axis, each with so much room (pixels). A scale makes more of them than it is asked for. */
export function stepsOf(place: Place, width: number, room: number): readonly Date[] {
  const steps = place.ticks(Math.max(2, Math.floor(width / room))).filter((at) => place(at) > room / 2 && place(at) < width - room / 2);
  let each = 1;
  while (!standApart(everyNth(steps, each), place, room)) each += 1;
  return everyNth(steps, each);
}

const everyNth = (steps: readonly Date[], each: number): readonly Date[] => steps.filter((_step, index) => index % each === 0);

const standApart = (steps: readonly Date[], place: Place, room: number): boolean => steps.every((at, index) => place(at) - place(steps[index - 1] ?? at) >= (index === 0 ? 0 : room));
