import { calendarDate, type CalendarDate, type IdentityDocument, type PersonName, sameDocument } from '../person.js';
import { Malformed, opened, refused, type Refused } from '../../kernel/index.js';
import type { Enrolled } from './citizen.js';
import { isResidentId } from './resident-id.js';
import { STATES } from './states.js';

/** A person as a verifier or a claim describes them. */
export interface Identity {
  readonly name: PersonName;
  readonly document: IdentityDocument;
  readonly birthDate: CalendarDate;
}

/** What about a description is not as it should be, a function of the description alone; `identity-unverified` where an issuer vouches for no usable one. */
export type IdentityRefusal = 'name' | 'document' | 'birth-date' | 'identity-unverified';

/** Brings a description to its one form (NFC names, upper-case numbers), or says which part is no such thing. `today` is the date where days begin. */
export function admitIdentity(told: Identity, today: CalendarDate): Identity | Refused<IdentityRefusal> {
  const name = admitName(told.name);
  if (name === undefined) return refused('name', 'name');
  const birthDate = admitBirthDate(told.birthDate, today);
  if (birthDate === undefined) return refused('birth-date', 'birthDate');
  const document = admitDocument(told.document, birthDate);
  return document === undefined ? refused('document', 'document') : { name, document, birthDate };
}

// Control characters, lone surrogates and line ends break screens; bidirectional controls make one name look like another. Joiners stay: scripts need them.
const UNFIT = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
/** Something to be seen: what is drawn as nothing, alone or with marks on it, would be a name that nobody can read out. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\p{Cf}\u2800]/u;
const LATIN = /^[\p{Script=Latin}\p{M} .'’<-]+$/u;

function admitNamePart(text: string): string | undefined {
  const part = text.normalize('NFC').trim();
  return UNFIT.test(part) || !VISIBLE.test(part) || Array.from(part).length > 80 ? undefined : part;
}

/** NFC, 1-80 characters of any script a part; undefined for anything else. */
function admitName({ family, given, familyLatin, givenLatin }: PersonName): PersonName | undefined {
  const parts = [family, given, familyLatin, givenLatin].map((part) => (part === null ? null : admitNamePart(part)));
  const [admittedFamily, admittedGiven, latinFamily, latinGiven] = parts;
  if (typeof admittedGiven !== 'string' || admittedFamily === undefined || latinFamily === undefined || latinGiven === undefined) return undefined;
  if ([latinFamily, latinGiven].some((part) => part !== null && !LATIN.test(part))) return undefined;
  return { family: admittedFamily, given: admittedGiven, familyLatin: latinFamily, givenLatin: latinGiven };
}

function admitBirthDate(text: CalendarDate, today: CalendarDate): CalendarDate | undefined {
  try {
    const birthDate = calendarDate(text);
    return birthDate > today || birthDate < '1850-01-01' ? undefined : birthDate;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** One spelling a document: upper case, full-width forms folded, without spaces and hyphens. Undefined where it cannot be a number of its kind. */
function admitDocument({ type, state, number }: IdentityDocument, birthDate: CalendarDate): IdentityDocument | undefined {
  const document = { type, state: state.toUpperCase(), number: number.normalize('NFKC').replaceAll(/[ -]/g, '').toUpperCase() };
  if (type === 'resident-id') return document.state === 'CN' && isResidentId(document.number, birthDate) ? document : undefined;
  return STATES.has(document.state) && /^[A-Z0-9]{4,20}$/.test(document.number) ? document : undefined;
}

/** E.164 with its plus sign. */
export const isPhone = (text: string): boolean => /^\+[1-9][0-9]{6,14}$/.test(text);

/** Text for comparison: NFC after case folding (to upper case, so that 'ß' and 'SS' agree; from lower case, so that 'ẞ' does too). */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');

/** True where the two describe one person: same document, name and birth date. What cannot be opened is nobody's. */
export function sameIdentity(told: Identity, enrolled: Enrolled): boolean {
  const name = opened(enrolled.name);
  const document = opened(enrolled.document);
  if (name === undefined || document === undefined) return false;
  return sameName(told.name, name) && sameDocument(told.document, document) && told.birthDate === opened(enrolled.birthDate);
}

const sameName = (one: PersonName, other: PersonName): boolean => folded(one.given) === folded(other.given) && folded(one.family ?? '') === folded(other.family ?? '');
