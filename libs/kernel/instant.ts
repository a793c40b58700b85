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

// Nearly all that is ever sent: UTC, whole seconds or milliseconds, a day that every year has.
const USUAL = /^[1-9]\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** True for nearly all that `parseInstant` reads; false says nothing. */
export const isUsualInstant = (text: string): boolean => USUAL.test(text);

/** True for what `parseInstant` reads. */
export const isInstantText = (text: unknown): text is string => typeof text === 'string' && (isUsualInstant(text) || isWithin(millisecondsOf(text)));

/** RFC 3339 in UTC with milliseconds, always 24 characters. */
export function formatInstant(at: Instant): string {
  const day = Math.floor(at / DAY);
  const seconds = Math.floor((at - day * DAY) / SECOND);
  const minutes = Math.floor(seconds / 60);
  return `${dateOf(day)}T${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}:${digits(seconds % 60)}.${String(1_000 + at - day * DAY - seconds * SECOND).slice(1)}Z`;
}

const digits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** Days as they were written: nearly everything happens on one of a few, and asking the platform for each text took longer than all else about it. */
const dates = new Map<number, string>();
const FEW = 1_000;

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size === FEW) dates.clear();
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

/** `at` moved by a (positive or negative) number of milliseconds. */
export const plus = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds);

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
