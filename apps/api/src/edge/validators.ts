import { applyDecorators } from '@nestjs/common';
import * as cv from 'class-validator';
import { calendarDate } from '../../../../libs/domain/person.js';
import { isInstantText, isUsualInstant, Malformed } from '../../../../libs/kernel/index.js';

/** Names by which the schema knows our own decorators. */
export const INSTANT = 'isInstant';
export const CALENDAR_DATE = 'isCalendarDate';
export const OR_NULL = 'orNull';
export const LENGTH = 'lengthInCodePoints';
export const PLAIN = 'isPlain';

/** Where a field's other decorators have their say; `schema.ts` knows these two and refuses any other condition. */
export const WHERE_GIVEN = (_: object, value: unknown): boolean => value !== undefined;
export const WHERE_NOT_NULL = (_: object, value: unknown): boolean => value !== null;

const admits = (parse: (value: unknown) => unknown) => (value: unknown): boolean => {
  try {
    parse(value);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
};

/** True for RFC 3339 with a zone and a date that the calendar has; not where the zone might move it out of the years 0001-9999, which no pattern can tell. */
export const isInstant = (value: unknown): boolean => typeof value === 'string' && (isUsualInstant(value) || isOddInstant(value));

const isOddInstant = (text: string): boolean => isInstantText(text) && (text.endsWith('Z') || !(text.startsWith('0001-01-01') || text.startsWith('9999-12-31')));

/** What of it the format `date-time` leaves open: upper case, seconds without a leap second, a fraction of at most nine digits, a zone with its colon. */
export const INSTANT_PATTERN = String.raw`^(?!0000)(?!(?:0001-01-01|9999-12-31).*[+-]\d{2}:)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$`;

/** True for a real `YYYY-MM-DD`. */
export const isCalendarDate = admits(calendarDate);

/** The field is an RFC 3339 time with a zone. */
export const IsInstant = (): PropertyDecorator => cv.ValidateBy({ name: INSTANT, validator: { validate: isInstant } });

/** The field is a calendar date, `YYYY-MM-DD`. */
export const IsCalendarDate = (): PropertyDecorator => cv.ValidateBy({ name: CALENDAR_DATE, validator: { validate: isCalendarDate } });

/** The field is what its other decorators say, or null; unlike `IsOptional` it is always there. */
export const OrNull = (): PropertyDecorator => applyDecorators(cv.ValidateIf(WHERE_NOT_NULL), cv.ValidateBy({ name: OR_NULL, validator: { validate: () => true } }));

/** The field may be left out. Class-validator's own would let null through, too. */
export const IsOptional = (): PropertyDecorator => cv.ValidateIf(WHERE_GIVEN);

/** So many code points. Class-validator's own counts a letter and the mark that says how to show it as one. */
export const Length = (least: number, most: number): PropertyDecorator =>
  cv.ValidateBy({ name: LENGTH, constraints: [least, most], validator: { validate: (value) => typeof value === 'string' && within(Array.from(value).length, least, most) } });

const within = (count: number, least: number, most: number): boolean => count >= least && count <= most;

/** The field is an object of its class, or with `each` an array of them. Class-validator's own would let either pass for the other, and a missing one. */
export const ValidateNested = ({ each = false } = {}): PropertyDecorator =>
  applyDecorators(cv.ValidateNested({ each }), cv.ValidateBy({ name: PLAIN, validator: { validate: (value) => (each ? Array.isArray(value) && value.every(isPlain) : isPlain(value)) } }));

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
