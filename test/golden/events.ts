import { accountCodec, citizenCodec, identityCodec } from '../../libs/domain/citizen/codec.js';
import type { AccountEvent, CitizenEvent, IdentityEvent } from '../../libs/domain/citizen/events.js';
import { auditCodec, refusalCodec } from '../../libs/domain/access/codec.js';
import type { AuditEvent, RefusalEvent } from '../../libs/domain/access/events.js';
import type { DomainEvent, EventCodec } from '../../libs/domain/codec/index.js';
import { consentCodec } from '../../libs/domain/consent/codec.js';
import { claimCodec, guardianshipCodec } from '../../libs/domain/guardianship/codec.js';
import { institutionCodec } from '../../libs/domain/institution/codec.js';
import type { InstitutionEvent } from '../../libs/domain/institution/events.js';
import { sampleCodec, samplingCodeCodec } from '../../libs/domain/sample/codec.js';
import { staffCodec } from '../../libs/domain/staff/codec.js';
import type { StaffEvent } from '../../libs/domain/staff/events.js';
import { AccountId, CitizenId, GuardianshipId, IdentityId, InstitutionName, open, parseInstant, StaffId } from '../../libs/kernel/index.js';
import { consentEvents } from './consent-events.js';
import { claimEvents, guardianshipEvents } from './guardianship-events.js';
import { sampleEvents, samplingCodeEvents } from './sample-events.js';
import { institutionId } from '../kit/institutions.js';

const at = parseInstant('2026-11-23T01:02:03.004Z');
const citizen = CitizenId('c1'.repeat(16));
const identity = IdentityId('1d'.repeat(16));
const staff = StaffId('5f'.repeat(16));
const name = { family: '王', given: '芳', familyLatin: 'WANG', givenLatin: 'FANG' };

const accounts: readonly AccountEvent[] = [{ type: 'AccountLinked', data: { account: AccountId('ac'.repeat(16)), citizen, registrar: staff, office: institutionId('office-north'), at } }];
const identities: readonly IdentityEvent[] = [
  { type: 'IdentityReserved', data: { identity, citizen, maker: 'ac'.repeat(16), keyVersion: 1, at } },
  { type: 'IdentityReleased', data: { identity, citizen, at } },
];
const citizens: readonly CitizenEvent[] = [
  {
    type: 'CitizenEnrolled',
    data: {
      citizen,
      way: 'self',
      registrar: null,
      office: null,
      name: open(name),
      document: open({ type: 'resident-id', state: 'CN', number: '11010519491231002X' }),
      birthDate: open('1949-12-31'),
      phone: open('+8613800000000'),
      at,
    },
  },
  { type: 'ContactChanged', data: { citizen, phone: open(null), at } },
];
const staffActs: readonly StaffEvent[] = [
  {
    type: 'StaffAppointed',
    data: { staff, ordinal: 1, role: 'registrar', institution: institutionId('office-north'), from: at, until: parseInstant('2027-01-01T00:00:00Z'), by: null, policy: 'cn-1', at },
  },
  { type: 'AppointmentEnded', data: { staff, ordinal: 1, by: staff, at } },
];
const institutions: readonly InstitutionEvent[] = [
  { type: 'InstitutionNamed', data: { institution: institutionId('clinic-east'), name: open(InstitutionName('clinic-east')), at } },
];
const basis = GuardianshipId(`g_${'ab'.repeat(16)}-2`);
const refusals: readonly RefusalEvent[] = [
  { type: 'ViewRefused', data: { viewer: citizen, basis, subject: null, scope: 'results', purpose: 'SUPNWK', known: false, viewerName: open(null), at } },
];
const audits: readonly AuditEvent[] = [
  { type: 'AccessReplayed', data: { auditor: staff, institution: institutionId('audit-office'), subject: citizen, basis: null, asOf: parseInstant('2026-11-22T00:00:00Z'), at } },
];

/** One kind of stream with an event of each of its types. */
export interface GoldenKind {
  readonly kind: string;
  readonly codec: EventCodec<DomainEvent>;
  readonly events: readonly DomainEvent[];
}

const kind = <E extends DomainEvent>(name: string, codec: EventCodec<E>, events: readonly E[]): GoldenKind => ({
  kind: name,
  events,
  codec: { ...codec, encode: (event, seal) => codec.encode(admit(codec, event), seal), keysToSeal: (event) => codec.keysToSeal(admit(codec, event)) },
});

function admit<E extends DomainEvent>(codec: EventCodec<E>, event: DomainEvent): E {
  if (!codec.types.includes(event.type)) throw new Error(`not of this codec: ${event.type}`);
  return event as E;
}

/** What an older version did not say yet, as it is read now. */
export const UNSAID: Readonly<Record<string, object>> = {
  'ConsentRequested v1': { policy: null },
  'SamplingCodeIssued v1': { policy: null },
  'SamplingCodeIssued v2': { policy: null },
  'ClaimDealt v1': { policy: null },
  'ConfirmationProposed v1': { policy: null },
  'StaffAppointed v1': { policy: null },
};

/** Every event type that is stored. */
export const GOLDEN: readonly GoldenKind[] = [
  kind('account', accountCodec, accounts),
  kind('identity', identityCodec, identities),
  kind('citizen', citizenCodec, citizens),
  kind('sampling', samplingCodeCodec, samplingCodeEvents),
  kind('sample', sampleCodec, sampleEvents),
  kind('consent', consentCodec, consentEvents),
  kind('claim', claimCodec, claimEvents),
  kind('guardianships', guardianshipCodec, guardianshipEvents),
  kind('staff', staffCodec, staffActs),
  kind('institution', institutionCodec, institutions),
  kind('refusal', refusalCodec, refusals),
  kind('audit', auditCodec, audits),
];
