import type { Say } from '../words/words.js';
import type { Stop } from './report.js';
import type { auditorWords } from './words.js';

/** The auditor's translator. */
export type SayAuditor = Say<NonNullable<(typeof auditorWords)['key']>>;

const WHAT = {
  shown: 'shown',
  withheld: 'withheld',
  refused: 'wasRefused',
  begins: 'begins',
  ends: 'ends',
  ConsentGranted: 'granted',
  ConsentRevoked: 'revoked',
  ConsentRelinquished: 'relinquished',
  ConsentEnded: 'consentEnded',
  GuardianshipConfirmed: 'confirmed',
  GuardianshipSuspended: 'suspended',
  GuardianshipReinstated: 'reinstated',
  GuardianshipEnded: 'guardianshipEnded',
} as const;
const isKnown = (what: string): what is keyof typeof WHAT => Object.hasOwn(WHAT, what);

/** What happened at a stop, in plain words. */
export const whatOf = ({ what }: Stop, say: SayAuditor): string => say(isKnown(what) ? WHAT[what] : 'otherChange');

/** What kind of basis a number names. */
export const basisKind = (basis: string, say: SayAuditor): string => say(basis.startsWith('g_') ? 'basisGuardian' : 'basisConsent');

/** The beginning of a pseudonym: enough to tell a few apart. */
export const short = (id: string): string => id.replace(/^[cg]_/, '').slice(0, 6);
