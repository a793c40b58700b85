import type { Instant } from '../../kernel/index.js';
import type { CalendarDate } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import type { Purpose, Scope } from '../scope.js';
import { ageInstants } from './age.js';
import type { Ground } from './events.js';

interface GroundRule {
  readonly of: 'minor' | 'adult' | 'anyone';
  readonly purposes: readonly Purpose[];
  /** What is proposed where the registrar reads no scope off the paper. */
  readonly scope: Scope;
}

/** What each ground gives, and whose guardian it can make somebody. A court appoints for minors too; a deed takes effect when an adult's capacity is lost. */
const GROUND_RULES: Readonly<Record<Ground, GroundRule>> = {
  'parent-of-minor': { of: 'minor', purposes: ['FAMRQT'], scope: 'results' },
  'guardian-of-minor': { of: 'minor', purposes: ['FAMRQT'], scope: 'results' },
  'court-appointed': { of: 'anyone', purposes: ['FAMRQT', 'SUPNWK'], scope: 'status' },
  'deed-of-guardianship': { of: 'adult', purposes: ['FAMRQT', 'SUPNWK'], scope: 'status' },
};

/** Purposes that a guardianship on this ground covers. */
export const purposesOf = (ground: Ground): readonly Purpose[] => GROUND_RULES[ground].purposes;

/** The scope where the paper names none: what the age table gives, or the least. */
export const usualScope = (ground: Ground): Scope => GROUND_RULES[ground].scope;

/** True where age has a say: the dependent is a minor at `at`, whatever the ground. */
export const isMinor = (birthDate: CalendarDate, at: Instant, policy: Policy): boolean => at < ageInstants(birthDate, policy).eighteen;

/** True where this ground can make a guardian of somebody born then. */
export function fits(ground: Ground, birthDate: CalendarDate, at: Instant, policy: Policy): boolean {
  const { of } = GROUND_RULES[ground];
  return of === 'anyone' || (of === 'minor') === isMinor(birthDate, at, policy);
}
