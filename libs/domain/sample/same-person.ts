import { folded } from '../citizen/identity.js';
import type { CalendarDate, PersonName } from '../person.js';
import type { LabRow, RowName } from './row.js';

/** Whom a tube belongs to, opened. */
export interface Holder {
  readonly name: PersonName;
  readonly birthDate: CalendarDate;
}

/** True where what a row says about its holder (it may say nothing) is not against this person. */
export const agrees = ({ nam, dob }: Pick<LabRow, 'nam' | 'dob'>, { name, birthDate }: Holder): boolean => nameAgrees(nam, name) && dateAgrees(dob, birthDate);

function nameAgrees({ fn, gn, fnt, gnt }: RowName, name: PersonName): boolean {
  if (`${fn}${gn}${fnt}${gnt}` === '') return true;
  const written = same(fn, name.family ?? '') && same(gn, name.given);
  return written || (`${fnt}${gnt}` !== '' && latinAgrees(fnt, gnt, name));
}

/** Nearly all are the same letter by letter: those need no folding. */
const same = (one: string, other: string): boolean => one === other || folded(one) === folded(other);

/** Somebody of whom no transliteration is known agrees with none. */
function latinAgrees(fnt: string, gnt: string, { family, familyLatin, givenLatin }: PersonName): boolean {
  if (givenLatin === null || (family !== null && familyLatin === null)) return false;
  return machineRead(fnt) === machineRead(familyLatin ?? '') && machineRead(gnt) === machineRead(givenLatin);
}

/** As in a machine-readable zone (ICAO 9303, part 3, section 4.6): one '<' for spaces and hyphens, nothing for apostrophes, none at the ends. */
const machineRead = (text: string): string => folded(text).replaceAll(/['’]/g, '').split(/[<\s.,-]/).filter(Boolean).join('<');

const PARTIAL_DATE = /^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/;
const UNKNOWN = /^(?:0+|X+)$/;

/** A partial date (`1963`, `1963-00`, `1963-XX-XX`) agrees where its known parts do; what is no date agrees with nobody. */
function dateAgrees(dob: string, birthDate: CalendarDate): boolean {
  if (dob === '') return true;
  const parts = PARTIAL_DATE.exec(dob)?.slice(1);
  const own = birthDate.split('-');
  return parts !== undefined && parts.every((part: string | undefined, index) => part === undefined || UNKNOWN.test(part) || part === own[index]);
}
