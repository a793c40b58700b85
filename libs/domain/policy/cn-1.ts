import { DAY, HOUR, MINUTE } from '../../kernel/index.js';
import type { Purpose, Scope } from '../scope.js';

/**
 * One line of the rule that gives a status: SNOMED CT `result` gives `gives` while it was collected less than `lasts` milliseconds ago. Lines go from the most
 * protective down.
 */
export interface StatusLine {
  readonly result: string;
  readonly gives: 'positive' | 'retest' | 'clear';
  readonly lasts: number;
}

/** Policy data of one region: the numbers that rules are read with. A decision records the version it used; a published version never changes. */
export interface Policy {
  readonly version: string;
  /** Where days begin: IANA zone and its fixed offset from UTC in milliseconds. */
  readonly zone: { readonly name: string; readonly offset: number };
  readonly consent: {
    readonly purposes: readonly Purpose[];
    readonly shortest: number;
    readonly longest: Readonly<Record<Scope, number>>;
    readonly codeLife: number;
    readonly heldAtMost: number;
  };
  readonly guardianship: {
    /** Ages, in years, at which a minor's guardian sees less, and nothing. */
    readonly partialFrom: number;
    readonly noneFrom: number;
    readonly delayWhenTold: number;
    readonly reviewWithinYears: number;
    readonly dealLife: number;
    /** A 14-17-year-old's own consent to a guardian counts from a day after it was given. */
    readonly ownConsentDelay: number;
  };
  readonly sample: { readonly codeLife: number; readonly cardCodes: number };
  readonly staff: { readonly longestAppointment: number; readonly tieYears: number };
  /** What the newest standing result gives, and for how long after it was collected. A result that no line names gives nothing. */
  readonly status: readonly StatusLine[];
  /** How far back a view of results goes. */
  readonly resultsBack: number;
}

/** China, first version. Evaluation rule `cn-1`. */
export const CN_1: Policy = {
  version: 'cn-1',
  // China has had one zone and no summer time since 1991; every age instant computed from now on lies after that.
  zone: { name: 'Asia/Shanghai', offset: 8 * HOUR },
  consent: {
    purposes: ['FAMRQT', 'SUPNWK'],
    shortest: 5 * MINUTE,
    longest: { status: 180 * DAY, results: 30 * DAY },
    codeLife: 30 * MINUTE,
    heldAtMost: 10,
  },
  guardianship: { partialFrom: 14, noneFrom: 18, delayWhenTold: 72 * HOUR, reviewWithinYears: 5, dealLife: 30 * MINUTE, ownConsentDelay: 24 * HOUR },
  sample: { codeLife: 10 * MINUTE, cardCodes: 10 },
  staff: { longestAppointment: 90 * DAY, tieYears: 2 },
  status: [
    { result: '260373001', gives: 'positive', lasts: 14 * DAY },
    { result: '419984006', gives: 'retest', lasts: 48 * HOUR },
    { result: '260415000', gives: 'clear', lasts: 48 * HOUR },
  ],
  resultsBack: 14 * DAY,
};
