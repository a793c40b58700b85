import { ValidateBy } from 'class-validator';
import { calendarDate } from '../../../../libs/domain/person.js';
import { isInstantText, Malformed } from '../../../../libs/kernel/index.js';

/** Names by which the schema knows our own decorators. */
export const INSTANT = 'isInstant';
export const CALENDAR_DATE = 'isCalendarDate';
export const OR_NULL = 'orNull';

const admits = (parse: (value: unknown) => unknown) => (value: unknown): boolean => {
  try {
    parse(value);
    return true;
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
};

/** True for RFC 3339 with a zone and a date that the calendar has. */
export const isInstant = isInstantText;

/** True for a real `YYYY-MM-DD`. */
export const isCalendarDate = admits(calendarDate);

/** The field is an RFC 3339 time with a zone. */
export const IsInstant = (): PropertyDecorator => ValidateBy({ name: INSTANT, validator: { validate: isInstant } });

/** The field is a calendar date, `YYYY-MM-DD`. */
export const IsCalendarDate = (): PropertyDecorator => ValidateBy({ name: CALENDAR_DATE, validator: { validate: isCalendarDate } });

/** The field is what its other decorators say, or null; unlike `IsOptional` it is always there. */
export const OrNull = (): PropertyDecorator => ValidateBy({ name: OR_NULL, validator: { validate: () => true } });
