import type { Done } from '../data/types.js';

/** A claim and its paper, as a registrar has it before them. */
export type Paper = NonNullable<Done<'/v1/registry/claims/next'>['paper']>;

/** What became of it at this desk. */
export type Handled = 'proposed' | 'countersigned' | 'closed' | 'lapsed';

/** What the words of a ground are. */
export const GROUNDS = { 'parent-of-minor': 'parentOfMinor', 'guardian-of-minor': 'guardianOfMinor', 'court-appointed': 'courtAppointed', 'deed-of-guardianship': 'deed' } as const satisfies Readonly<Record<Paper['claimed']['ground'], string>>;

/** What the words of a paper are, where it is one that the pages offer; a claim may name any. */
const PAPERS: Readonly<Record<string, 'birthCertificate' | 'household' | 'judgment' | 'notarised'>> = { 'birth-certificate': 'birthCertificate', 'household-register': 'household', 'court-order': 'judgment', 'notarised-deed': 'notarised' };

/** The key of those words; undefined for another paper, which stands as it was written. */
export const paperKey = (type: string): 'birthCertificate' | 'household' | 'judgment' | 'notarised' | undefined => (Object.hasOwn(PAPERS, type) ? PAPERS[type] : undefined);

/** What a ground usually lets a guardian see; the server has the same where nothing is proposed. */
export const USUAL = { 'parent-of-minor': 'results', 'guardian-of-minor': 'results', 'court-appointed': 'status', 'deed-of-guardianship': 'status' } as const satisfies Readonly<Record<Paper['claimed']['ground'], string>>;

/** Midnight in Shanghai at the beginning of a day (`YYYY-MM-DD`), RFC 3339. */
export const beginningOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** The day, some years later, less two days: ends are bounded by years, and lie not on the day itself. */
export function yearsFrom(now: number, years: number): string {
  const at = new Date(now);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  at.setUTCDate(at.getUTCDate() - 2);
  return at.toISOString().slice(0, 10);
}
