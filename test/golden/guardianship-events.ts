import type { ClaimEvent, GuardianshipEvent } from '../../libs/domain/guardianship/events.js';
import { CitizenId, ClaimId, GuardianshipId, open, parseInstant, StaffId } from '../../libs/kernel/index.js';
import { institutionId } from '../kit/institutions.js';

const at = parseInstant('2026-11-23T01:02:03.004Z');
const reviewAt = parseInstant('2031-11-22T16:00:00Z');
const claim = ClaimId('c7'.repeat(16));
const guardianship = GuardianshipId(`g_${'ab'.repeat(16)}-1`);
const guardian = CitizenId('a1'.repeat(16));
const dependent = CitizenId('de'.repeat(16));
const act = { registrar: StaffId('5f'.repeat(16)), office: institutionId('office-north') };
const claimed = { claim, claimant: guardian, at };
const parties = { guardianship, guardian, dependent, at };
const name = { family: '李', given: '小明', familyLatin: 'LI', givenLatin: 'XIAOMING' };

/** An event of each type of a claim's stream. */
export const claimEvents: readonly ClaimEvent[] = [
  {
    type: 'GuardianshipClaimed',
    data: {
      ...claimed,
      details: open({
        name,
        birthDate: '2020-02-29',
        document: { type: 'resident-id', state: 'CN', number: '110105202002290017' },
        ground: 'parent-of-minor',
        evidence: { type: 'birth-certificate', authority: 'Beijing', number: 'B 123', sha256: 'ee'.repeat(32) },
      }),
    },
  },
  { type: 'ClaimLabelled', data: { ...claimed, label: open('小宝') } },
  { type: 'ClaimDealt', data: { ...claimed, ...act, until: parseInstant('2026-11-23T01:32:03.004Z'), policy: 'cn-1' } },
  { type: 'ConfirmationProposed', data: { ...claimed, ...act, scope: 'results', reviewAt, until: null, policy: 'cn-1', proposer: open(CitizenId('91'.repeat(16))) } },
  { type: 'ClaimCountersigned', data: { ...claimed, ...act, dependent, guardianship } },
  { type: 'ClaimClosed', data: { ...claimed, registrar: null, office: null, reason: open('not-confirmed') } },
  { type: 'ClaimErased', data: claimed },
];

/** An event of each type of a dependent's guardianships stream. */
export const guardianshipEvents: readonly GuardianshipEvent[] = [
  {
    type: 'GuardianshipConfirmed',
    data: {
      ...parties,
      claim,
      ordinal: 1,
      scope: 'results',
      purposes: ['FAMRQT'],
      byAge: true,
      from: at,
      reviewAt,
      until: null,
      policy: 'cn-1',
      offices: [institutionId('office-north'), institutionId('office-south')],
      ground: open('parent-of-minor'),
      ages: open({ fourteen: parseInstant('2034-02-28T16:00:00Z'), eighteen: parseInstant('2038-02-28T16:00:00Z') }),
      guardianName: open(name),
    },
  },
  { type: 'ViewDisclosed', data: { basis: guardianship, viewer: guardian, subject: dependent, scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', viewerName: open(name), at } },
  { type: 'GuardianshipSuspended', data: { ...parties, ...act, reason: open('reported by a teacher') } },
  { type: 'GuardianshipReinstated', data: { ...parties, ...act, reason: open('checked') } },
  { type: 'GuardianshipEnded', data: { ...parties, ...act, reason: open('court order 7') } },
];
