import { type Brand, Malformed } from './brand.js';

/** A point in time, in whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** RFC 3339 with a zone; seconds are required, their fraction (1-9 digits) is not. */
const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/** Milliseconds in the units that rules are written in. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Admits whole milliseconds within the years 0001-9999. */
export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < -62_135_596_800_000 || milliseconds > 253_402_300_799_999) throw new Malformed('an instant');
  return milliseconds as Instant;
}

/** Reads RFC 3339 (section 5.6). Throws `Malformed` for a missing zone or a date that no calendar has. */
export function parseInstant(text: unknown): Instant {
  const parts = typeof text === 'string' ? RFC3339.exec(text) : null;
  if (parts === null || !isWallTime(parts) || !isOffset(parts)) throw new Malformed('an RFC 3339 time with a zone');
  return instant(Math.floor(Date.parse(parts[0])));
}

// Date.parse turns 31 February into March and 24:00 into the next day: what it made is compared with what was written.
function isWallTime([, year, month, day, hour, minute, second]: RegExpExecArray): boolean {
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const made = Date.parse(`${wall}Z`);
  return !Number.isNaN(made) && new Date(made).toISOString().startsWith(wall);
}

const isOffset = ([, , , , , , , , , hours = '0', minutes = '0']: RegExpExecArray): boolean => Number(hours) <= 23 && Number(minutes) <= 59;

/** RFC 3339 in UTC with milliseconds, always 24 characters. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/** `at` moved by a (positive or negative) number of milliseconds. */
export const plus = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds);

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
