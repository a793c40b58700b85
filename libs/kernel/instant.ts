import { type Brand, Malformed } from './brand.js';
import { millisecondsOf } from './rfc3339.js';

/** A point in time, in whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** Milliseconds in the units that rules are written in. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Admits whole milliseconds within the years 0001-9999. */
export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds) || !isWithin(milliseconds)) throw new Malformed('an instant');
  return milliseconds as Instant;
}

const isWithin = (milliseconds: number): boolean => milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999;

/** Reads RFC 3339 (section 5.6). Throws `Malformed` for a missing zone or a date that no calendar has. */
export function parseInstant(text: unknown): Instant {
  const milliseconds = typeof text === 'string' ? millisecondsOf(text) : Number.NaN;
  if (!isWithin(milliseconds)) throw new Malformed('an RFC 3339 time with a zone');
  return milliseconds as Instant;
}

/** Nearly all that is ever sent: UTC, whole seconds or milliseconds, a day that every year has. What it does not match is read part by part. */
const USUAL = /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** True for what `parseInstant` reads. */
export const isInstantText = (text: unknown): text is string => typeof text === 'string' && (USUAL.test(text) || isWithin(millisecondsOf(text)));

/** RFC 3339 in UTC with milliseconds, always 24 characters. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/** `at` moved by a (positive or negative) number of milliseconds. */
export const plus = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds);

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
