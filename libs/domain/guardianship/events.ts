import type { CitizenId, ClaimId, GuardianshipId, InstitutionId, Instant, Private, StaffId } from '../../kernel/index.js';
import type { ViewDisclosed } from '../access/view-disclosed.js';
import type { CalendarDate, IdentityDocument, PersonName } from '../person.js';
import type { Purpose, Scope } from '../scope.js';

/** Why the law lets one person act for another. An adult who simply agrees grants consent instead. */
export const GROUNDS = ['parent-of-minor', 'guardian-of-minor', 'court-appointed', 'deed-of-guardianship'] as const;
export type Ground = (typeof GROUNDS)[number];

/** The paper: its type and issuing authority, its number, and the SHA-256 (hex) of its scan. */
export interface Evidence {
  readonly type: string;
  readonly authority: string;
  readonly number: string;
  readonly sha256: string;
}

/** The dependent as claimed; compared with nothing before the countersignature. */
export interface ClaimDetails {
  readonly name: PersonName;
  readonly birthDate: CalendarDate;
  readonly document: IdentityDocument;
  readonly ground: Ground;
  readonly evidence: Evidence;
}

/** Reasons a claim is closed with: they speak of the paper only. */
export const CLOSING_REASONS = ['unreadable', 'expired', 'authority-unknown', 'not-confirmed'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

interface ClaimFact<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: { readonly claim: ClaimId; readonly claimant: CitizenId; readonly at: Instant } & Data;
}

/** `claim-<id>`: sealed under the claim's own key, which is destroyed after it is confirmed or closed. */
export type GuardianshipClaimed = ClaimFact<'GuardianshipClaimed', { readonly details: Private<ClaimDetails> }>;
/** What the claimant calls the dependent, sealed under the claimant's own key: it outlives the claim's, and nobody else ever sees it. */
export type ClaimLabelled = ClaimFact<'ClaimLabelled', { readonly label: Private<string> }>;
/** A registrar was dealt this claim and opened it; lapses at `until`. `policy`: version of the one that bounded it; null in what was written before this was recorded. */
export type ClaimDealt = ClaimFact<'ClaimDealt', { readonly registrar: StaffId; readonly office: InstitutionId; readonly until: Instant; readonly policy: string | null }>;
/**
 * What the guardian may see and until when, as the first registrar read it off the paper. `until` is the order's end (null: by age, or without end), `reviewAt`
 * at most the policy's years away.
 */
export type ConfirmationProposed = ClaimFact<
  'ConfirmationProposed',
  {
    readonly registrar: StaffId;
    readonly office: InstitutionId;
    readonly scope: Scope;
    readonly reviewAt: Instant;
    readonly until: Instant | null;
    /** Version of the policy that bounded it; null in what was written before this was recorded. */
    readonly policy: string | null;
    /** The registrar as a citizen, where they are one: who the dependent is comes out after the proposal, and nobody proposes for their own. */
    readonly proposer: Private<CitizenId | null>;
  }
>;
/**
 * A second registrar of another office confirmed; what follows (enrolment, `GuardianshipConfirmed`) is finished by a sweep if a crash cuts it short. Stands
 * again, under the same registrar, where another claim took the ordinal or another act the document first: the last one counts.
 */
export type ClaimCountersigned = ClaimFact<
  'ClaimCountersigned',
  { readonly registrar: StaffId; readonly office: InstitutionId; readonly dependent: CitizenId; readonly guardianship: GuardianshipId }
>;
/** Closed without a guardianship; the reason is sealed under the claimant's key. `registrar` is null where the sweep closed it. */
export type ClaimClosed = ClaimFact<'ClaimClosed', { readonly registrar: StaffId | null; readonly office: InstitutionId | null; readonly reason: Private<ClosingReason> }>;
/** The claim was confirmed or closed, and its key is destroyed: what was claimed opens nowhere any more. */
export type ClaimErased = ClaimFact<'ClaimErased', object>;

/** Events of a claim's stream. */
export type ClaimEvent = GuardianshipClaimed | ClaimLabelled | ClaimDealt | ConfirmationProposed | ClaimCountersigned | ClaimClosed | ClaimErased;

/** The instants (00:00 Asia/Shanghai of the birthday) at which age changes the answer; null where age does not matter (adults). They are the birth date, hence sealed. */
export interface AgeInstants {
  readonly fourteen: Instant;
  readonly eighteen: Instant;
}

interface GuardianshipFact<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: { readonly guardianship: GuardianshipId; readonly guardian: CitizenId; readonly dependent: CitizenId; readonly at: Instant } & Data;
}

/** `guardianships-<HMAC(dependent)>`: live in [from, min(reviewAt, until)) and as age allows. `byAge` says in clear whether age has a say. */
export type GuardianshipConfirmed = GuardianshipFact<
  'GuardianshipConfirmed',
  {
    readonly claim: ClaimId;
    readonly ordinal: number;
    readonly scope: Scope;
    readonly purposes: readonly Purpose[];
    readonly byAge: boolean;
    readonly from: Instant;
    readonly reviewAt: Instant;
    readonly until: Instant | null;
    readonly policy: string;
    /** The two registrars' offices, proposer first. */
    readonly offices: readonly InstitutionId[];
    readonly ground: Private<Ground>;
    readonly ages: Private<AgeInstants | null>;
    /** Sealed under the dependent's access-log key. */
    readonly guardianName: Private<PersonName>;
  }
>;

/** A registrar stopped it at once. */
export type GuardianshipSuspended = GuardianshipFact<'GuardianshipSuspended', { readonly registrar: StaffId; readonly office: InstitutionId; readonly reason: Private<string> }>;

/** A registrar lifted the suspension. */
export type GuardianshipReinstated = GuardianshipFact<'GuardianshipReinstated', { readonly registrar: StaffId; readonly office: InstitutionId; readonly reason: Private<string> }>;

/** A registrar ended it for good. */
export type GuardianshipEnded = GuardianshipFact<'GuardianshipEnded', { readonly registrar: StaffId; readonly office: InstitutionId; readonly reason: Private<string> }>;

/** Events of the stream that holds all guardianships of one dependent. */
export type GuardianshipEvent = GuardianshipConfirmed | ViewDisclosed | GuardianshipSuspended | GuardianshipReinstated | GuardianshipEnded;
