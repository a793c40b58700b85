const MINUTES = 60;
const DOT = 0x2e;
const COLON = 0x3a;
const DASH = 0x2d;
const PLUS = 0x2b;
const T = 0x54;
const Z = 0x5a;
const ZERO = 0x30;
/** What `two` answers where there are no two digits: more than any part of a time may be. */
const NONE = 100;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Where the seconds end. */
const TAIL = 19;

/**
 * Milliseconds since 1970 that a text names by RFC 3339 (section 5.6; upper case, seconds required, their fraction of 1-9 digits cut to milliseconds); NaN where it names none.
 * Every body and every stored event passes here several times, so no pattern is matched, nothing is thrown and no `Date` is made.
 */
export function millisecondsOf(text: string): number {
  if (text.length <= TAIL || !isPunctuated(text)) return Number.NaN;
  const zone = text.charCodeAt(TAIL) === DOT ? endOfDigits(text, TAIL + 1) : TAIL;
  return (dayOf(text) * 86_400 + secondsOf(text) - offsetOf(text, zone) * MINUTES) * 1_000 + (zone === TAIL ? 0 : fractionOf(text, zone));
}

const isPunctuated = (text: string): boolean =>
  text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH && text.charCodeAt(10) === T && text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON;

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NONE;
}

/** Days since 1970-01-01 in the Gregorian calendar; NaN for a date that it has not. */
function dayOf(text: string): number {
  const century = two(text, 0);
  const rest = two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const year = century * 100 + rest;
  if (century === NONE || rest === NONE || day === 0 || day > daysIn(year, month)) return Number.NaN;
  // Years that begin in March have their leap day last.
  const from = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + Math.floor((153 * months + 2) / 5) + day - 719_469;
}

/** No days in a month that there is not. */
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function secondsOf(text: string): number {
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : Number.NaN;
}

/** East of Greenwich in minutes; NaN where no zone stands at `at`, alone and last. */
function offsetOf(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === Z) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== PLUS && sign !== DASH) || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON) return Number.NaN;
  const east = eastOf(two(text, at + 1), two(text, at + 4));
  return sign === PLUS ? east : -east;
}

const eastOf = (hours: number, minutes: number): number => (hours < 24 && minutes < 60 ? hours * MINUTES + minutes : Number.NaN);

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= ZERO + 9) at++;
  return at;
}

/** Milliseconds of the digits between the dot and `end`; NaN for none, or more than nine. */
function fractionOf(text: string, end: number): number {
  const digits = end - TAIL - 1;
  if (digits < 1 || digits > 9) return Number.NaN;
  const digit = (place: number): number => (place <= digits ? text.charCodeAt(TAIL + place) - ZERO : 0);
  return digit(1) * 100 + digit(2) * 10 + digit(3);
}
