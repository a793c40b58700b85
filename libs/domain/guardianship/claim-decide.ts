import { accepted, type CitizenId, type ClaimId, DAY, type Decision, type Instant, open, plus, type Refused, refused } from '../../kernel/index.js';
import type { Policy } from '../policy/cn-1.js';
import type { Scope } from '../scope.js';
import { ageInstants, birthday, yearsLater } from './age.js';
import { type Claim, isOpen, type OpenClaim } from './claim.js';
import type { ClaimDetails, ClaimEvent, ClosingReason } from './events.js';
import { fits, usualScope } from './ground.js';
import { type ActingRegistrar, concerns } from './registrar.js';

/** Why a claim command was refused. `not-found` is what every registrar hears who does not hold the deal; `claim-taken` never leaves the dealing. */
export type ClaimRefusal =
  | 'not-found'
  | 'birth-date'
  | 'claim-taken'
  | 'deal-lapsed'
  | 'conflict-of-interest'
  | 'claim-not-proposed'
  | 'claim-already-proposed'
  | 'ground-unfit'
  | 'window';

/** What decisions about claims are. */
export type ClaimDecision = Decision<ClaimEvent, ClaimRefusal>;

/** Somebody says that they are somebody's guardian. Compared with nothing but itself and the calendar. */
export interface MakeClaim {
  readonly claim: ClaimId;
  readonly claimant: CitizenId;
  readonly details: ClaimDetails;
  readonly at: Instant;
}

export function makeClaim({ claim, claimant, details, at }: MakeClaim, state: Claim, policy: Policy): ClaimDecision {
  if (state.status !== 'none') return accepted();
  if (birthday(details.birthDate, 0, policy) > at) return refused('birth-date', 'birthDate');
  return accepted({ type: 'GuardianshipClaimed', data: { claim, claimant, details: open(details), at } });
}

/** A registrar at work on a claim. */
export interface ClaimAct {
  readonly registrar: ActingRegistrar;
  readonly at: Instant;
}

/** Deals the paper to one registrar: a new one, or one that another office proposed. Their own open deal stays as it is. */
export function deal({ registrar, at }: ClaimAct, state: Claim, policy: Policy): ClaimDecision {
  if (!isOpen(state)) return refused('claim-taken');
  if (state.deal !== undefined && at < state.deal.until) return state.deal.registrar === registrar.staff ? accepted() : refused('claim-taken');
  if (concerns(registrar, state.claimant) || proposedBeside(registrar, state)) return refused('claim-taken');
  const until = plus(at, policy.guardianship.dealLife);
  return accepted({ type: 'ClaimDealt', data: { ...fileOf(state), registrar: registrar.staff, office: registrar.office, until, at } });
}

/** The first registrar says what the paper gives. Without a scope, the ground's usual one. */
export interface Propose extends ClaimAct {
  readonly scope: Scope | undefined;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
}

export function propose(command: Propose, state: Claim, policy: Policy): ClaimDecision {
  const { registrar, reviewAt, until, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  if (held.status === 'proposed') return refused('claim-already-proposed');
  const { ground, birthDate } = held.details;
  if (!fits(ground, birthDate, at, policy)) return refused('ground-unfit', 'ground');
  const tellsAge = (end: Instant): boolean => Object.values(ageInstants(birthDate, policy)).some((birthday) => Math.abs(end - birthday) < DAY);
  // Both ends stand in clear; one at a birthday would be the birth date. Age ends the guardianship by itself.
  if (reviewAt <= at || reviewAt > yearsLater(at, policy.guardianship.reviewWithinYears, policy) || tellsAge(reviewAt)) return refused('window', 'reviewAt');
  if (until !== null && (until <= at || tellsAge(until))) return refused('window', 'until');
  const terms = { scope: command.scope ?? usualScope(ground), reviewAt, until };
  return accepted({ type: 'ConfirmationProposed', data: { ...fileOf(held), registrar: registrar.staff, office: registrar.office, ...terms, proposer: open(registrar.citizen), at } });
}

/** A registrar closes the claim for what the paper lacks. */
export interface CloseClaim extends ClaimAct {
  readonly reason: ClosingReason;
}

export function close(command: CloseClaim, state: Claim): ClaimDecision {
  const { registrar, reason, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  return accepted({ type: 'ClaimClosed', data: { ...fileOf(held), registrar: registrar.staff, office: registrar.office, reason: open(reason), at } });
}

type Held = OpenClaim & { readonly details: ClaimDetails };

/** The claim, where this registrar holds it, may act on it and can read it. */
export function holding({ registrar, at }: ClaimAct, state: Claim): Held | Refused<ClaimRefusal> {
  if (!isOpen(state) || state.deal?.registrar !== registrar.staff || state.deal.office !== registrar.office) return refused('not-found');
  if (at >= state.deal.until) return refused('deal-lapsed');
  if (concerns(registrar, state.claimant) || proposedBeside(registrar, state)) return refused('conflict-of-interest');
  const { details } = state;
  return details === undefined ? refused('not-found') : { ...state, details };
}

/** True where the proposal came from this registrar, their office, or the same person under another account: two offices are two pairs of eyes. */
function proposedBeside({ staff, office, citizen }: ActingRegistrar, state: OpenClaim): boolean {
  if (state.status !== 'proposed') return false;
  const { proposal } = state;
  return proposal.registrar === staff || proposal.office === office || (citizen !== null && proposal.proposer === citizen);
}

/** What every event of a claim carries. */
export const fileOf = ({ claim, claimant }: { readonly claim: ClaimId; readonly claimant: CitizenId }) => ({ claim, claimant });
