import { accepted, type CitizenId, type GuardianshipId, type Instant, open, refused } from '../../kernel/index.js';
import type { Policy } from '../policy/cn-1.js';
import type { Claim } from './claim.js';
import { type ClaimAct, type ClaimDecision, fileOf, holding } from './claim-decide.js';
import { fits } from './ground.js';
import { concerns } from './registrar.js';

/** Whom the claimed document belongs to (or will: an unknown person gets an id that derives from the claim), or that name or birth date are another person's. */
export type Match =
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'match'; readonly dependent: CitizenId; readonly guardianship: GuardianshipId; /** The proposer has, or lately had, private dealings with them. */ readonly proposerTied: boolean };

/** The second registrar confirms. A mismatch, and a dependent for whom the proposal should not have been made, end the claim; nobody is told which. */
export interface Countersign extends ClaimAct {
  readonly match: Match;
}

export function countersign(command: Countersign, state: Claim, policy: Policy): ClaimDecision {
  const { registrar, match, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  if (held.status !== 'proposed') return refused('claim-not-proposed');
  const act = { ...fileOf(held), registrar: registrar.staff, office: registrar.office, at };
  const { claimant, details, proposal } = held;
  const confirmed = match.kind === 'match' && ![claimant, proposal.proposer].includes(match.dependent) && !match.proposerTied && proposal.proposer !== undefined;
  if (!confirmed || !fits(details.ground, details.birthDate, at, policy)) return accepted({ type: 'ClaimClosed', data: { ...act, reason: open('not-confirmed') } });
  if (concerns(registrar, match.dependent)) return refused('conflict-of-interest');
  return accepted({ type: 'ClaimCountersigned', data: { ...act, dependent: match.dependent, guardianship: match.guardianship } });
}

/** Somebody else took the ordinal, or the document, before this claim could: what the countersignature stands for is fixed anew. */
export interface Refix {
  readonly dependent: CitizenId;
  readonly guardianship: GuardianshipId;
  readonly at: Instant;
}

export function refix({ dependent, guardianship, at }: Refix, state: Claim): ClaimDecision {
  if (state.status !== 'countersigned') return accepted();
  const { registrar, office, ...before } = state.countersigned;
  if (before.dependent === dependent && before.guardianship === guardianship) return accepted();
  return accepted({ type: 'ClaimCountersigned', data: { ...fileOf(state), registrar, office, dependent, guardianship, at } });
}

/** The countersigned claim cannot be confirmed after all: it ends like one that never matched. */
export function abandon(at: Instant, state: Claim): ClaimDecision {
  if (state.status !== 'countersigned') return accepted();
  return accepted({ type: 'ClaimClosed', data: { ...fileOf(state), registrar: null, office: null, reason: open('not-confirmed'), at } });
}

/** Records that the claim's key is destroyed; asked for only after the confirmation or closing was acknowledged. */
export function erase(at: Instant, state: Claim): ClaimDecision {
  if (state.status !== 'countersigned' && state.status !== 'closed') return accepted();
  return accepted({ type: 'ClaimErased', data: { ...fileOf(state), at } });
}
