import type { PersonName } from '../person.js';

/** The family name; the given one of somebody who has no other. */
export const surname = (name: PersonName): string => name.family ?? name.given;

/** The last two characters of a document's number. */
export const numberEnd = (number: string): string => number.slice(-2);

/** The first three and last three digits of a phone number, an ellipsis between them. */
export function phoneEnds(phone: string): string {
  const digits = phone.replaceAll(/[^0-9]/g, '');
  return `${digits.slice(0, 3)}…${digits.slice(-3)}`;
}
