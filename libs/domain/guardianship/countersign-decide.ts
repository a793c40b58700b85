import { accepted, type CitizenId, type Decision, type GuardianshipId, type Instant, open, refused } from '../../kernel/index.js';
import type { Policy } from '../policy/cn-1.js';
import type { Claim, Proposal } from './claim.js';
import { type ClaimAct, type ClaimDecision, fileOf, holding } from './claim-decide.js';
import type { ClaimEvent } from './events.js';
import { fits } from './ground.js';
import { concerns } from './registrar.js';

/** Whom the claimed document belongs to (or will: an unknown person gets an id that derives from the claim), or that name or birth date are another person's. */
export type Match =
  | { readonly kind: 'mismatch' }
  | {
      readonly kind: 'match';
      readonly dependent: CitizenId;
      readonly guardianship: GuardianshipId;
      /** The proposer has, or lately had, private dealings with them. */
      readonly proposerTied: boolean;
    };

/** The second registrar confirms. A mismatch, and a dependent for whom the proposal should not have been made, end the claim; nobody is told which. */
export interface Countersign extends ClaimAct {
  /** Undefined where there was no proposal to match when the claim was read. */
  readonly match: Match | undefined;
}

/** Fixes whose guardian the claimant becomes, or closes the claim; one event either way. */
export function countersign(command: Countersign, state: Claim, policy: Policy): ClaimDecision {
  const { registrar, match, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  if (held.status !== 'proposed' || match === undefined) return refused('claim-not-proposed');
  const act = { ...fileOf(held), registrar: registrar.staff, office: registrar.office, at };
  const { ground, birthDate } = held.details;
  // Who is tied to the dependent may not act for them. Said aloud, it would tell that the number on the paper is an acquaintance's: it ends like a mismatch.
  const fit = isAnothers(match, held) && !concerns(registrar, match.dependent) && fits(ground, birthDate, at, policy);
  if (!fit) return accepted({ type: 'ClaimClosed', data: { ...act, reason: open('not-confirmed') } });
  return accepted({ type: 'ClaimCountersigned', data: { ...act, dependent: match.dependent, guardianship: match.guardianship } });
}

/** True where the dependent is who was claimed, and neither the claimant nor anybody close to the proposer. */
const isAnothers = (match: Match, claim: { readonly claimant: CitizenId; readonly proposal: Proposal }): match is Extract<Match, { kind: 'match' }> =>
  match.kind === 'match' && !match.proposerTied && !isOwn(match.dependent, claim);

/** True for a claim to oneself, and where the proposer is the dependent or cannot be told apart from them. */
const isOwn = (dependent: CitizenId, { claimant, proposal: { proposer } }: { readonly claimant: CitizenId; readonly proposal: Proposal }): boolean =>
  [claimant, proposer].includes(dependent) || proposer === undefined;

/** Somebody else took the ordinal, or the document, before this claim could: what the countersignature stands for is fixed anew. */
export interface Refix {
  readonly dependent: CitizenId;
  readonly guardianship: GuardianshipId;
  readonly at: Instant;
}

/** Fixes the countersignature anew where it no longer fits; otherwise changes nothing. */
export function refix({ dependent, guardianship, at }: Refix, state: Claim): Decision<ClaimEvent, never> {
  if (state.status !== 'countersigned') return accepted();
  const { registrar, office, ...before } = state.countersigned;
  if (before.dependent === dependent && before.guardianship === guardianship) return accepted();
  if (isOwn(dependent, state)) return abandon(at, state);
  return accepted({ type: 'ClaimCountersigned', data: { ...fileOf(state), registrar, office, dependent, guardianship, at } });
}

/** The countersigned claim cannot be confirmed after all: it ends like one that never matched. */
export function abandon(at: Instant, state: Claim): Decision<ClaimEvent, never> {
  if (state.status !== 'countersigned') return accepted();
  return accepted({ type: 'ClaimClosed', data: { ...fileOf(state), registrar: null, office: null, reason: open('not-confirmed'), at } });
}

/** Records that the claim's key is destroyed; asked for only after the confirmation or closing was acknowledged. */
export function erase(at: Instant, state: Claim): Decision<ClaimEvent, never> {
  if (state.status !== 'countersigned' && state.status !== 'closed') return accepted();
  return accepted({ type: 'ClaimErased', data: { ...fileOf(state), at } });
}
