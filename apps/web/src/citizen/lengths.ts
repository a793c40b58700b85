import { endOfDay } from '../data/time.js';

/** A shorter time than was asked for. */
export type Shorter = 'hour' | 'today' | 'week';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** The shortest window that the rules take, and a little for whoever reads slowly. */
const LEAST = 10 * MINUTE;

/** One time that can be given; `until` as RFC 3339. */
interface Length {
  readonly length: Shorter | 'asAsked';
  readonly until: string;
}

/** The shortest first, and last what was asked. */
export type Lengths = readonly [Length, ...Length[]];

/** How long can be given for, never longer than was asked (milliseconds). */
export function lengthsOf(asked: number, now: number): Lengths {
  const asAsked: Length = { length: 'asAsked', until: new Date(asked).toISOString() };
  const [least, ...others] = shorterThan(asked, now).map(([length, until]): Length => ({ length, until: new Date(until).toISOString() }));
  return least === undefined ? [asAsked] : [least, ...others, asAsked];
}

/** How long can be given instead of what was asked, until when (milliseconds), the shortest first; never longer than was asked. */
export function shorterThan(asked: number, now: number): readonly (readonly [Shorter, number])[] {
  const all: readonly (readonly [Shorter, number])[] = [
    ['hour', now + HOUR],
    ['today', endOfDay(now)],
    ['week', now + 7 * DAY],
  ];
  return all.filter(([, until]) => until < asked && until - now >= LEAST).toSorted(([, a], [, b]) => a - b);
}
