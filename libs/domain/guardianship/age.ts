import { type Instant, instant, Malformed } from '../../kernel/index.js';
import type { CalendarDate } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import type { AgeInstants } from './events.js';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The instants of the 14th and 18th birthday (the policy's ages), 00:00 in the policy's zone. Who was born on 29 February has birthdays on 1 March in common years. */
export const ageInstants = (birthDate: CalendarDate, policy: Policy): AgeInstants => ({
  fourteen: birthday(birthDate, policy.guardianship.partialFrom, policy),
  eighteen: birthday(birthDate, policy.guardianship.noneFrom, policy),
});

/** 00:00, in the policy's zone, of the day on which somebody born on `birthDate` turns `age`. */
export function birthday(birthDate: CalendarDate, age: number, { zone }: Policy): Instant {
  const [, year, month, day] = DATE.exec(birthDate) ?? [];
  if (year === undefined) throw new Malformed('a calendar date');
  return instant(midnight(Number(year) + age, Number(month) - 1, Number(day)) - zone.offset);
}

/** The same wall-clock instant some years later, in the policy's zone; 29 February moves to 1 March in common years. */
export function yearsLater(at: Instant, years: number, { zone }: Policy): Instant {
  const wall = new Date(at + zone.offset);
  const timeOfDay = (at + zone.offset) - midnight(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  return instant(midnight(wall.getUTCFullYear() + years, wall.getUTCMonth(), wall.getUTCDate()) + timeOfDay - zone.offset);
}

/** Not `Date.UTC`: it takes the years 0-99 for 1900-1999. A day that the month doesn't have runs over into the next month. */
const midnight = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month, day);
