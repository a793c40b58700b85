import { type Instant, isInstantText, Malformed } from '../kernel/index.js';
import { type Field, nullable, oneOf, record, text } from './codec/index.js';

/** A name as documents carry it, NFC, any script; the Latin transliteration (ICAO 9303) where the document has one. A family name is optional. */
export interface PersonName {
  readonly family: string | null;
  readonly given: string;
  readonly familyLatin: string | null;
  readonly givenLatin: string | null;
}

/** The kinds of document that identify a person: GB 11643 resident identity, passport, exit-entry permit. */
export const DOCUMENT_TYPES = ['resident-id', 'passport', 'permit'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** What makes a person unique. `state` is ISO 3166-1 alpha-2, upper case; `CN` for a resident id. */
export interface IdentityDocument {
  readonly type: DocumentType;
  readonly state: string;
  readonly number: string;
}

/** True where both are the same paper. */
export const sameDocument = (one: IdentityDocument, other: IdentityDocument): boolean => one.type === other.type && one.state === other.state && one.number === other.number;

/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** Admits a real Gregorian date. */
export function calendarDate(value: unknown): CalendarDate {
  const real = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(value);
  if (!real) throw new Malformed('a calendar date');
  return value;
}

/** The date at an instant in the policy's zone, where days begin `offset` milliseconds before they do in UTC. */
export const dateIn = (at: Instant, { zone }: { readonly zone: { readonly offset: number } }): CalendarDate => new Date(at + zone.offset).toISOString().slice(0, 10);

function isRealDate(date: string): boolean {
  const midnight = `${date}T00:00:00Z`;
  // Nearly every date is known without asking the platform. The year 0 has dates (RFC 3339), though no instants of ours.
  if (isInstantText(midnight)) return true;
  const made = new Date(midnight);
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(date);
}

/** How names are stored. */
export const personName: Field<PersonName> = record<PersonName>({ family: nullable(text), given: text, familyLatin: nullable(text), givenLatin: nullable(text) });

/** How documents are stored. */
export const identityDocument: Field<IdentityDocument> = record<IdentityDocument>({ type: oneOf(...DOCUMENT_TYPES), state: text, number: text });

/** How dates are stored. */
export const date: Field<CalendarDate> = { write: (value) => value, read: calendarDate };
