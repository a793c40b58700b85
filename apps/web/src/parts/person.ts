import type { components } from '../../../../libs/client/schema.js';
import type { Say } from '../words/words.js';
import type { Faults } from './form.js';
import type { personWords } from './person-words.js';

/** Somebody as a document describes them, as the API takes it. */
export type Person = components['schemas']['PersonBody'];
type DocumentType = Person['document']['type'];

/** What is typed of a person. */
export type PersonKey = 'type' | 'state' | 'number' | 'family' | 'given' | 'familyLatin' | 'givenLatin' | 'birthDate';
type Typed = Readonly<Record<PersonKey, string>>;

/** Nothing typed yet. */
export const NOBODY: Typed = { type: 'resident-id', state: '', number: '', family: '', given: '', familyLatin: '', givenLatin: '', birthDate: '' };

/** The kind of document; nothing else stands in the field. */
export const documentType = (typed: string): DocumentType => (typed === 'passport' || typed === 'permit' ? typed : 'resident-id');

type SayPerson = Say<NonNullable<(typeof personWords)['key']>>;

/** What is missing. Whether it is right the server says. */
export function personFaults({ type, state, number, given, birthDate }: Typed, say: SayPerson): Faults<PersonKey> {
  const missing = say('fillIn');
  return {
    ...(documentType(type) === 'resident-id' || /^[A-Za-z]{2}$/.test(state.trim()) ? {} : { state: say('twoLetters') }),
    ...(number.trim() === '' ? { number: missing } : {}),
    ...(given.trim() === '' ? { given: missing } : {}),
    ...(birthDate === '' ? { birthDate: missing } : {}),
  };
}

const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** As the API takes it. A resident identity card is of one state only. */
export const personOf = ({ family, given, familyLatin, givenLatin, birthDate, type, state, number }: Typed): Person => ({
  name: { family: orNone(family), given: given.trim(), familyLatin: orNone(familyLatin), givenLatin: orNone(givenLatin) },
  birthDate,
  document: { type: documentType(type), state: documentType(type) === 'resident-id' ? 'CN' : state.trim().toUpperCase(), number: number.replaceAll(/\s/g, '') },
});
