import type { AnyEvent } from '../../../libs/domain/catalogue.js';
import type { ClosingReason, Ground } from '../../../libs/domain/guardianship/events.js';
import type { PersonName } from '../../../libs/domain/person.js';
import {
  type BasisId,
  CitizenId,
  ClaimId,
  ConsentId,
  DAY,
  GuardianshipId,
  GuardianshipsId,
  guardianshipId,
  type Instant,
  open,
  parseInstant,
  plus,
  SampleId,
  SamplingCodeId,
  StaffId,
} from '../../../libs/kernel/index.js';
import { institutionId } from '../../kit/institutions.js';
import type { DataOf, EventType } from '../../../libs/read-models/events.js';

/** When everything happens. */
export const NOON = parseInstant('2026-11-23T12:00:00Z');
export const TOMORROW = plus(NOON, DAY);

const hex = (n: number): string => n.toString(16).padStart(32, '0');

/** Ids by number. */
export const citizen = (n: number): CitizenId => CitizenId(hex(n));
export const consent = (n: number): ConsentId => ConsentId(`c_${hex(n)}`);
export const guardianship = (n: number, ordinal = 1): GuardianshipId => guardianshipId(GuardianshipsId(hex(n)), ordinal);
export const claim = (n: number): ClaimId => ClaimId(hex(n));
export const sample = (n: number): SampleId => SampleId(hex(n));
export const registrar = (n: number) => ({ registrar: StaffId(hex(n)), office: institutionId(`office-${n}`) });

const fact = <T extends EventType>(type: T, data: DataOf<T>): AnyEvent => ({ type, data }) as AnyEvent;
const at = NOON;
const name: PersonName = { family: '王', given: '芳', familyLatin: null, givenLatin: null };

/** People. */
export const enrolled = (n: number, seenBy?: ReturnType<typeof registrar>): AnyEvent =>
  fact('CitizenEnrolled', {
    citizen: citizen(n),
    way: seenBy === undefined ? 'self' : 'counter',
    ...(seenBy ?? { registrar: null, office: null }),
    name: open(name),
    document: open({ type: 'passport', state: 'CZ', number: String(n) }),
    birthDate: open('1990-01-01'),
    phone: open(null),
    at,
  });
/** A sampling code, of their own app or on a card that a registrar printed. */
export const codeIssued = (of: number, printedBy?: ReturnType<typeof registrar>): AnyEvent =>
  fact('SamplingCodeIssued', {
    code: SamplingCodeId(hex(of)),
    citizen: citizen(of),
    carrier: printedBy === undefined ? 'app' : 'card',
    until: null,
    ...(printedBy ?? { registrar: null, office: null }),
    policy: 'cn-1',
    at,
  });
export const contactChanged = (n: number): AnyEvent => fact('ContactChanged', { citizen: citizen(n), phone: open(null), at });

/** Who asks whom: `of` is the subject. */
export interface Parties {
  readonly by: number;
  readonly of: number;
}

/** The `n`-th consent, `results` for a day unless told. */
export const consentEvents = (n: number, { by, of }: Parties, until: Instant = TOMORROW) => {
  const terms = { scope: 'results', purpose: 'FAMRQT', until } as const;
  const parties = { consent: consent(n), viewer: citizen(by), subject: citizen(of), at };
  return {
    requested: fact('ConsentRequested', { consent: consent(n), viewer: citizen(by), ...terms, codeHash: '', codeUntil: plus(at, DAY / 48), policy: 'cn-1', label: open('Mum'), at }),
    opened: fact('ConsentCodeOpened', parties),
    granted: fact('ConsentGranted', { ...parties, ...terms, from: at, toGuardian: false, policy: 'cn-1', viewerName: open(name) }),
    declined: fact('ConsentDeclined', parties),
    revoked: fact('ConsentRevoked', parties),
    relinquished: fact('ConsentRelinquished', parties),
  };
};

/** A guardianship that came of the `n`-th claim, under review after a day unless told. */
export const guardianshipEvents = (n: number, { by, of }: Parties, reviewAt: Instant = TOMORROW) => {
  const parties = { guardianship: guardianship(of), guardian: citizen(by), dependent: citizen(of), at };
  const act = { ...parties, ...registrar(3), reason: open('because') };
  const terms = { scope: 'results', purposes: ['FAMRQT', 'SUPNWK'], byAge: false, from: at, reviewAt, until: null } as const;
  const sealed = { ground: open<Ground>('court-appointed'), ages: open(null), guardianName: open(name) };
  return {
    confirmed: fact('GuardianshipConfirmed', { ...parties, ...terms, ...sealed, claim: claim(n), ordinal: 1, policy: 'cn-1', offices: [] }),
    suspended: fact('GuardianshipSuspended', act),
    reinstated: fact('GuardianshipReinstated', act),
    ended: fact('GuardianshipEnded', act),
  };
};

/** The `n`-th claim. */
export const claimEvents = (n: number, { by, of }: Parties) => {
  const claimed = { claim: claim(n), claimant: citizen(by), at };
  const details = { name, birthDate: '1990-01-01', document: { type: 'passport', state: 'CZ', number: '1' }, ground: 'court-appointed' } as const;
  return {
    claimed: fact('GuardianshipClaimed', { ...claimed, details: open({ ...details, evidence: { type: '', authority: '', number: '', sha256: '' } }) }),
    dealt: (to: number, until: Instant = TOMORROW) => fact('ClaimDealt', { ...claimed, ...registrar(to), until, policy: 'cn-1' }),
    proposed: (who: number) => fact('ConfirmationProposed', { ...claimed, ...registrar(who), scope: 'results', reviewAt: TOMORROW, until: null, policy: 'cn-1', proposer: open(null) }),
    countersigned: (who: number) => fact('ClaimCountersigned', { ...claimed, ...registrar(who), dependent: citizen(of), guardianship: guardianship(of) }),
    closed: fact('ClaimClosed', { ...claimed, registrar: null, office: null, reason: open<ClosingReason>('expired') }),
    erased: fact('ClaimErased', claimed),
  };
};

/** The `n`-th tube. */
export const sampleEvents = (n: number, of: number) => {
  const clinic = institutionId('clinic-east');
  const tube = { sample: sample(n), clinic, citizen: citizen(of), at };
  const staff = StaffId(hex(9));
  const texts = { testName: null, manufacturer: null, centre: null, country: null, issuer: null };
  const result = open({ test: 'LP6464-4', disease: '840539006', result: '260415000', collectedAt: at, reportedAt: at, ...texts });
  return {
    codeUsed: fact('SamplingCodeUsed', { code: SamplingCodeId(hex(n)), citizen: citizen(of), sample: sample(n), clinic, staff, at }),
    registered: fact('SampleRegistered', { ...tube, staff, flagged: open(false), collectedAt: open(at), barcode: open('B') }),
    recorded: fact('ResultRecorded', { ...tube, result }),
    corrected: fact('ResultCorrected', { ...tube, staff, result, reason: open('mixed up') }),
    withdrawn: fact('ResultWithdrawn', { ...tube, staff, reason: open('broken') }),
    locked: fact('BarcodeLocked', tube),
    released: fact('BarcodeReleased', { ...tube, ...registrar(3) }),
  };
};

/** What happens under a basis, or is refused. */
export const viewed = (basis: BasisId, { by, of }: Parties): AnyEvent =>
  fact('ViewDisclosed', { basis, viewer: citizen(by), subject: citizen(of), scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', viewerName: open(name), at });
export const refusedView = (basis: BasisId, by: number, of: number | null): AnyEvent =>
  fact('ViewRefused', { viewer: citizen(by), basis, subject: of === null ? null : citizen(of), scope: 'status', purpose: 'FAMRQT', known: false, viewerName: open(null), at });
export const replayed = (of: number | null): AnyEvent =>
  fact('AccessReplayed', { auditor: StaffId(hex(8)), institution: institutionId('audit'), subject: of === null ? null : citizen(of), basis: null, asOf: at, at });
