import { expect, it } from '@jest/globals';
import { CN_1 } from './cn-1.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

// Decisions name the version that they were made by, and are replayed by it: whoever needs other numbers publishes another version.
it('the policy cn-1 is as it was published', () =>
  expect(CN_1).toEqual({
    version: 'cn-1',
    zone: { name: 'Asia/Shanghai', offset: 8 * hour },
    consent: { purposes: ['FAMRQT', 'SUPNWK'], shortest: 5 * minute, longest: { status: 180 * day, results: 30 * day }, codeLife: 30 * minute, heldAtMost: 10 },
    guardianship: { partialFrom: 14, noneFrom: 18, delayWhenTold: 72 * hour, reviewWithinYears: 5, dealLife: 30 * minute, ownConsentDelay: 24 * hour },
    sample: { codeLife: 10 * minute, cardCodes: 10 },
    staff: { longestAppointment: 90 * day, tieYears: 2 },
    status: [
      { result: '260373001', gives: 'positive', lasts: 14 * day },
      { result: '419984006', gives: 'retest', lasts: 48 * hour },
      { result: '260415000', gives: 'clear', lasts: 48 * hour },
    ],
    resultsBack: 14 * day,
  }));
