import type { ClaimDetails, ClaimEvent, Ground, GuardianshipEvent } from '../../libs/domain/guardianship/index.js';
import { ageInstants, type ClaimRegistrar, purposesOf } from '../../libs/domain/guardianship/index.js';
import { CN_1 } from '../../libs/domain/policy/cn-1.js';
import {
  CitizenId,
  ClaimId,
  DAY,
  guardianshipId,
  GuardianshipsId,
  instant,
  type Instant,
  open,
  parseInstant,
  plus,
  StaffId,
} from '../../libs/kernel/index.js';
import { institutionId } from './institutions.js';

const hex = (digits: string): string => digits.repeat(16);

/** The people and places of guardianship specs. */
export const claimant = CitizenId(hex('a1'));
export const dependent = CitizenId(hex('de'));
export const claim = ClaimId(hex('c1'));
export const stream = GuardianshipsId(hex('ab'));
export const NOW = parseInstant('2026-03-10T04:00:00Z');
export const MINUTES = (count: number): Instant => plus(NOW, count * 60_000);
export const nameOf = (given: string) => ({ family: '李', given, familyLatin: 'LI', givenLatin: 'X' });

/** Registrars of two offices, private strangers to everybody, appointed by different hands. */
export const north: ClaimRegistrar = { staff: StaffId(hex('01')), office: institutionId('north'), citizen: CitizenId(hex('91')), tiedTo: [], document: null, independentOf: [StaffId(hex('02'))] };
export const south: ClaimRegistrar = { staff: StaffId(hex('02')), office: institutionId('south'), citizen: CitizenId(hex('92')), tiedTo: [], document: null, independentOf: [StaffId(hex('01'))] };

/** A six-year-old, unless told otherwise. */
export const details = (ground: Ground = 'parent-of-minor', birthDate = '2019-08-01'): ClaimDetails => ({
  name: nameOf('小明'),
  birthDate,
  document: { type: 'passport', state: 'CN', number: 'E12345678' },
  ground,
  evidence: { type: 'birth-certificate', authority: 'Beijing', number: 'B 123', sha256: 'ee'.repeat(32) },
});

const file = { claim, claimant };
const act = ({ staff, office }: ClaimRegistrar) => ({ registrar: staff, office });

/** Facts of a claim. */
export const claimed = (what = details()): ClaimEvent => ({ type: 'GuardianshipClaimed', data: { ...file, details: open(what), at: NOW } });
export const labelled: ClaimEvent = { type: 'ClaimLabelled', data: { ...file, label: open('宝宝'), at: NOW } };
export const dealt = (to: ClaimRegistrar, at = NOW): ClaimEvent => ({ type: 'ClaimDealt', data: { ...file, ...act(to), until: plus(at, 30 * 60_000), policy: 'cn-1', at } });
export const REVIEW = plus(NOW, 365 * DAY);
export const proposed = (by: ClaimRegistrar, at = NOW): ClaimEvent => ({
  type: 'ConfirmationProposed',
  data: { ...file, ...act(by), scope: 'results', reviewAt: REVIEW, until: null, policy: 'cn-1', proposer: open(by.citizen), at },
});
export const countersigned = (by: ClaimRegistrar, ordinal = 1, whom = dependent): ClaimEvent => ({
  type: 'ClaimCountersigned',
  data: { ...file, ...act(by), dependent: whom, guardianship: guardianshipId(stream, ordinal), at: NOW },
});
export const closed = (by: ClaimRegistrar | null, reason: 'expired' | 'not-confirmed'): ClaimEvent => ({
  type: 'ClaimClosed',
  data: { ...file, ...(by === null ? { registrar: null, office: null } : act(by)), reason: open(reason), at: NOW },
});
export const erased: ClaimEvent = { type: 'ClaimErased', data: { ...file, at: NOW } };

/** A confirmed guardianship of a six-year-old by their parent, in force at once, unless told otherwise. */
export function confirmed(ordinal = 1, changes: Partial<Extract<GuardianshipEvent, { type: 'GuardianshipConfirmed' }>['data']> = {}): GuardianshipEvent {
  return {
    type: 'GuardianshipConfirmed',
    data: {
      guardianship: guardianshipId(stream, ordinal),
      claim: ClaimId(`${ordinal}`.padStart(32, 'c')),
      ordinal,
      guardian: claimant,
      dependent,
      scope: 'results',
      purposes: purposesOf('parent-of-minor'),
      byAge: true,
      from: NOW,
      reviewAt: REVIEW,
      until: null,
      policy: 'cn-1',
      offices: [north.office, south.office],
      ground: open('parent-of-minor'),
      ages: open(ageInstants('2019-08-01', CN_1)),
      guardianName: open(nameOf('强')),
      at: NOW,
      ...changes,
    },
  };
}

/** Acts on one. */
export const turned = (type: 'GuardianshipSuspended' | 'GuardianshipReinstated' | 'GuardianshipEnded', ordinal = 1, by = north): GuardianshipEvent => ({
  type,
  data: { guardianship: guardianshipId(stream, ordinal), guardian: claimant, dependent, ...act(by), reason: open('a reason'), at: NOW },
});

/** A birthday's midnight in Shanghai. */
export const shanghai = (date: string): Instant => instant(Date.parse(`${date}T00:00:00+08:00`));
