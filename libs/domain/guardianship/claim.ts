import { type CitizenId, type ClaimId, type GuardianshipId, type InstitutionId, type Instant, opened, type StaffId } from '../../kernel/index.js';
import type { Scope } from '../scope.js';
import type { ClaimDetails, ClaimEvent } from './events.js';

/** The paper is with one registrar, in [dealt, until). */
export interface Deal {
  readonly registrar: StaffId;
  readonly office: InstitutionId;
  readonly until: Instant;
}

/** What a first registrar read off the paper. `proposer` is that registrar as a citizen: null where they are none, undefined where it cannot be read. */
export interface Proposal {
  readonly registrar: StaffId;
  readonly office: InstitutionId;
  readonly proposer: CitizenId | null | undefined;
  readonly scope: Scope;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
}

/** What a countersignature stands for; fixed before anything is made of it. */
export interface Countersignature {
  readonly registrar: StaffId;
  readonly office: InstitutionId;
  readonly dependent: CitizenId;
  readonly guardianship: GuardianshipId;
}

/** `label` is the claimant's own word for the dependent; undefined where there is none, or where it cannot be read. */
interface File {
  readonly claim: ClaimId;
  readonly claimant: CitizenId;
  readonly label: string | undefined;
}

/** `details` is undefined where it cannot be read: nothing is decided on such a claim. */
interface Paper extends File {
  readonly details: ClaimDetails | undefined;
}

/** One claim to be somebody's guardian. A closed or erased one has nothing left of what was claimed. */
export type Claim =
  | { readonly status: 'none' }
  | (Paper & { readonly status: 'received'; readonly deal: Deal | undefined })
  | (Paper & { readonly status: 'proposed'; readonly deal: Deal | undefined; readonly proposal: Proposal })
  | (Paper & { readonly status: 'countersigned'; readonly proposal: Proposal; readonly countersigned: Countersignature })
  | (File & { readonly status: 'closed' })
  | (File & { readonly status: 'erased' });

/** A claim that a registrar can hold. */
export type OpenClaim = Extract<Claim, { deal: unknown }>;

/** Before anything happened. */
export const NO_CLAIM: Claim = { status: 'none' };

/** Folds a claim's history; accepts it as it is. */
export function evolveClaim(claim: Claim, { type, data }: ClaimEvent): Claim {
  switch (type) {
    case 'GuardianshipClaimed':
      return { status: 'received', claim: data.claim, claimant: data.claimant, label: undefined, details: opened(data.details), deal: undefined };
    case 'ClaimLabelled':
      return claim.status === 'none' ? claim : { ...claim, label: opened(data.label) };
    case 'ClaimDealt': {
      const { registrar, office, until } = data;
      return isOpen(claim) ? { ...claim, deal: { registrar, office, until } } : claim;
    }
    case 'ConfirmationProposed': {
      const { registrar, office, scope, reviewAt, until } = data;
      const proposal = { registrar, office, proposer: opened(data.proposer), scope, reviewAt, until };
      return isOpen(claim) ? { ...claim, status: 'proposed', deal: undefined, proposal } : claim;
    }
    case 'ClaimCountersigned': {
      const { registrar, office, dependent, guardianship } = data;
      if (claim.status !== 'proposed' && claim.status !== 'countersigned') return claim;
      const { claimant, label, details, proposal } = claim;
      return { status: 'countersigned', claim: data.claim, claimant, label, details, proposal, countersigned: { registrar, office, dependent, guardianship } };
    }
    case 'ClaimClosed':
      return { status: 'closed', claim: data.claim, claimant: data.claimant, label: labelOf(claim) };
    case 'ClaimErased':
      return { status: 'erased', claim: data.claim, claimant: data.claimant, label: labelOf(claim) };
  }
}

/** What the claimant calls the dependent; undefined where nothing was claimed. */
export const labelOf = (claim: Claim): string | undefined => (claim.status === 'none' ? undefined : claim.label);

/** True while registrars still decide. */
export const isOpen = (claim: Claim): claim is OpenClaim => claim.status === 'received' || claim.status === 'proposed';
