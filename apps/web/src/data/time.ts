import { LOCALE, type Language } from '../words/language.js';

/** Where days begin for everybody here. */
const ZONE = 'Asia/Shanghai';

type Form = 'day' | 'date' | 'time' | 'second' | 'both' | 'short' | 'brief' | 'month-day';

const FORMS: Readonly<Record<Form, Intl.DateTimeFormatOptions>> = {
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  both: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  brief: { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'month-day': { month: 'numeric', day: 'numeric' },
  short: { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const made = new Map<string, Intl.DateTimeFormat>();

/** An instant (RFC 3339, or milliseconds) as people in Shanghai write it. */
export function inShanghai(language: Language, form: Form, at: string | number): string {
  const name = `${language} ${form}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(LOCALE[language], { ...FORMS[form], timeZone: ZONE });
  made.set(name, format);
  return format.format(new Date(at));
}

/** Whether this device's clock shows the same, by its own zone. */
export const isShanghai = (): boolean => new Date().getTimezoneOffset() === -480;

const UTC_8 = 8 * 3_600_000;
const DAY = 86_400_000;

/** The day that an instant falls on in Shanghai, as `YYYY-MM-DD`: for putting together what happened on one day. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + UTC_8).toISOString().slice(0, 10);

/** Midnight at the end of the day that it is in Shanghai. */
export const endOfDay = (now: number): number => Math.floor((now + UTC_8) / DAY) * DAY + DAY - UTC_8;

/** What is left of a time, as minutes and seconds: `9:05`. Nothing is left of what has passed. */
export function left(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
