import { isRecord } from '../../../../libs/domain/codec/index.js';
import { calendarDate } from '../../../../libs/domain/person.js';
import { DAY, type Instant, instant, Malformed, parseInstant } from '../../../../libs/kernel/index.js';

const WEEK = 7 * DAY;
const TIME = /("(?:sc|dr)"\s*:\s*")([^"\\]*)/g;

/** The midnight (UTC) that a feed is moved up to. Throws `Malformed` for what is no date. */
export const midnight = (date: string): Instant => parseInstant(`${calendarDate(date)}T00:00:00Z`);

/**
 * Moves a row's `sc` and `dr` by whole weeks, so that the later of them lies in the 7 days before `asOf`: weekday, time of day, zone and what lies
 * between the two stay. All else stays byte for byte, and so does a row whose times cannot be read.
 */
export function movedLine(line: string, asOf: Instant): string {
  const times = timesOf(line);
  if (times === undefined) return line;
  const days = 7 * Math.ceil((asOf - WEEK - Math.max(...times)) / WEEK);
  return line.replaceAll(TIME, (_, before: string, time: string) => `${before}${movedTime(time, days)}`);
}

/** The same of bytes. What is no UTF-8 stays as it is. */
export function movedRow(row: Uint8Array, asOf: Instant): Uint8Array {
  const text = Buffer.from(row).toString('utf8');
  return Buffer.from(text).equals(row) ? Buffer.from(movedLine(text, asOf)) : row;
}

function timesOf(line: string): readonly number[] | undefined {
  try {
    const row: unknown = JSON.parse(line);
    if (!isRecord(row)) return undefined;
    const { sc, dr = '' } = row;
    return dr === '' ? [parseInstant(sc)] : [parseInstant(sc), parseInstant(dr)];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Malformed) return undefined;
    throw error;
  }
}

/** The written date moves, so that the offset it is written with stays. */
function movedTime(time: string, days: number): string {
  if (time === '') return time;
  const date = instant(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + days * DAY);
  return new Date(date).toISOString().slice(0, 10) + time.slice(10);
}
