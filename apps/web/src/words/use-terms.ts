import type { Name, Purpose, Scope, Status } from '../data/types.js';
import { termsWords } from './terms.js';
import { useWords } from './words.js';

/** Words of the field, for what the API names by its codes. */
export interface Terms {
  scope(scope: Scope): string;
  purpose(purpose: Purpose): string;
  name(name: Name | null | undefined): string;
  test(code: string, named?: string | null): string;
  result(code: string): string;
  status(status: Status): string;
}

const RESULTS: Readonly<Record<string, 'resultNot' | 'resultFound' | 'resultUnclear'>> = { '260415000': 'resultNot', '260373001': 'resultFound', '419984006': 'resultUnclear' };
const STATUSES = { clear: 'statusClear', retest: 'statusRetest', positive: 'statusPositive', 'no-current-result': 'statusNone' } as const satisfies Readonly<Record<Status, string>>;
const TESTS: Readonly<Record<string, 'testNaat' | 'testRapid'>> = { 'LP6464-4': 'testNaat', 'LP217198-3': 'testRapid' };

/** Their translator. */
export function useTerms(): Terms {
  const say = useWords(termsWords);
  return {
    scope: (scope) => say(scope === 'results' ? 'scopeResults' : 'scopeStatus'),
    purpose: (purpose) => say(purpose === 'SUPNWK' ? 'purposeCarer' : 'purposeFamily'),
    name: (name) => (name === null || name === undefined ? say('unknownName') : fullName(name)),
    test: (code, named) => (TESTS[code] === undefined ? (named ?? say('testOther', { code })) : say(TESTS[code])),
    status: (status) => say(STATUSES[status]),
    result: (code) => say(RESULTS[code] ?? 'resultUnclear'),
  };
}

const isHan = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text);

/** As the document writes it, with the Latin letters that it also has: whoever can't read the one reads the other. */
export function fullName({ family, given, familyLatin, givenLatin }: Name): string {
  const own = isolated(isHan(given) ? `${family ?? ''}${given}` : [given, family].filter(Boolean).join(' '));
  const latin = [givenLatin, familyLatin].filter(Boolean).join(' ');
  return latin === '' || plain(latin) === plain(own) ? own : `${own} (${latin})`;
}

/** Where scripts that are written from right to left stand, also those that are yet to come (DerivedBidiClass of Unicode). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Written from right to left, it is kept apart from what stands beside it (UAX 9, FSI and PDI). */
const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text);

/** Without marks and case: `García` and `Garcia` are not two names. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
