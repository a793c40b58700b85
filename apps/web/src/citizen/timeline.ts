import { dayOf } from '../data/time.js';
import type { Disclosure } from '../data/types.js';

/** Lines of one day that say the same of the same person, as one; newest first within it. */
export interface Alike {
  readonly first: Disclosure;
  /** When each of them was, newest first, with the record's code where it has one. */
  readonly each: readonly { readonly at: string; readonly disclosure: string | undefined }[];
}

/** One day of the log. */
export interface Day {
  readonly day: string;
  /** An instant of it, to write its date by. */
  readonly at: string;
  readonly lines: readonly Alike[];
}

/** Each with a name of its own: of those that are called alike, which it is. Two things may be written in one millisecond. */
export function named<T>(all: readonly T[], nameOf: (one: T) => string): readonly (readonly [string, T])[] {
  const before = new Map<string, number>();
  return all.map((one) => {
    const name = nameOf(one);
    const place = before.get(name) ?? 0;
    before.set(name, place + 1);
    return [`${name} ${place}`, one];
  });
}

/** What makes two lines the same sentence. */
const sentence = ({ kind, basis, viewer, scope, purpose, act, pseudonym, institutions }: Disclosure): string => JSON.stringify([kind, basis, viewer, scope, purpose, act, pseudonym, institutions]);

const instants = ({ at, disclosure, repeats = [] }: Disclosure): Alike['each'] => [{ at, disclosure }, ...repeats.map((repeat) => ({ at: repeat.at, disclosure: repeat.disclosure }))].toSorted((a, b) => (a.at < b.at ? 1 : -1));

/** Puts a log (newest first) together by days of Shanghai, and neighbours that are alike into one line. Nothing is lost: each instant stays. */
export function byDays(entries: readonly Disclosure[]): readonly Day[] {
  const days: { day: string; at: string; lines: Alike[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (days.at(-1)?.day !== day) days.push({ day, at: entry.at, lines: [] });
    const lines = days.at(-1)?.lines ?? [];
    const last = lines.at(-1);
    if (last !== undefined && sentence(last.first) === sentence(entry)) lines[lines.length - 1] = { first: last.first, each: [...last.each, ...instants(entry)] };
    else lines.push({ first: entry, each: instants(entry) });
  }
  return days;
}
