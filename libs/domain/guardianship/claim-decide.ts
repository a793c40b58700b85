import { accepted, type CitizenId, type ClaimId, DAY, type Decision, type Instant, open, plus, type Refused, refused } from '../../kernel/index.js';
import { type CalendarDate, sameDocument } from '../person.js';
import type { Policy } from '../policy/cn-1.js';
import type { Scope } from '../scope.js';
import { ageInstants, yearsLater } from './age.js';
import { type Claim, type Deal, isOpen, type OpenClaim } from './claim.js';
import type { ClaimDetails, ClaimEvent, ClosingReason } from './events.js';
import { fits, usualScope } from './ground.js';
import { type ClaimRegistrar, concerns, type Registrar } from './registrar.js';

/** Why a claim command was refused. `not-found` is what every registrar hears who does not hold the deal. */
export type ClaimRefusal = 'not-found' | 'deal-lapsed' | 'conflict-of-interest' | 'claim-not-proposed' | 'claim-already-proposed' | 'ground-unfit' | 'window';

/** What decisions about claims are. */
export type ClaimDecision = Decision<ClaimEvent, ClaimRefusal>;

/** Somebody says that they are somebody's guardian. What they say is compared with nothing. */
export interface MakeClaim {
  readonly claim: ClaimId;
  readonly claimant: CitizenId;
  readonly details: ClaimDetails;
  /** What the claimant calls them; null for nothing. */
  readonly label: string | null;
  readonly at: Instant;
}

/** Takes the claim down as it was made. */
export function makeClaim({ claim, claimant, details, label, at }: MakeClaim, state: Claim): Decision<ClaimEvent, never> {
  if (state.status !== 'none') return accepted();
  const claimed: ClaimEvent = { type: 'GuardianshipClaimed', data: { claim, claimant, details: open(details), at } };
  const labelled: readonly ClaimEvent[] = label === null ? [] : [{ type: 'ClaimLabelled', data: { claim, claimant, label: open(label), at } }];
  return accepted(claimed, ...labelled);
}

/** A registrar at work on a claim. */
export interface ClaimAct {
  readonly registrar: ClaimRegistrar;
  readonly at: Instant;
}

/** Deals the paper to one registrar: a new one, or one that another office proposed. Their own open deal stays as it is; anybody else's is `claim-taken`. */
export function deal({ registrar, at }: ClaimAct, state: Claim, policy: Policy): Decision<ClaimEvent, 'claim-taken'> {
  if (!isOpen(state)) return refused('claim-taken');
  if (state.deal !== undefined && at < state.deal.until) return isHeldBy(registrar, state.deal) ? accepted() : refused('claim-taken');
  if (isPartial(registrar, state)) return refused('claim-taken');
  const until = plus(at, policy.guardianship.dealLife);
  return accepted({ type: 'ClaimDealt', data: { ...fileOf(state), registrar: registrar.staff, office: registrar.office, until, policy: policy.version, at } });
}

/** The first registrar says what the paper gives. Without a scope, the ground's usual one. */
export interface Propose extends ClaimAct {
  readonly scope: Scope | undefined;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
}

/** Proposes a confirmation whose ends say nothing about a birthday. */
export function propose(command: Propose, state: Claim, policy: Policy): ClaimDecision {
  const { registrar, reviewAt, until, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  if (held.status === 'proposed') return refused('claim-already-proposed');
  const { ground, birthDate } = held.details;
  if (!fits(ground, birthDate, at, policy)) return refused('ground-unfit', 'ground');
  const wrong = outside(command, birthDate, policy);
  if (wrong !== undefined) return wrong;
  const terms = { scope: command.scope ?? usualScope(ground), reviewAt, until, policy: policy.version };
  return accepted({ type: 'ConfirmationProposed', data: { ...fileOf(held), registrar: registrar.staff, office: registrar.office, ...terms, proposer: open(registrar.citizen), at } });
}

/** Both ends stand in clear: one at a birthday would be the birth date. Age ends a guardianship by itself. */
function outside({ reviewAt, until, at }: Propose, birthDate: CalendarDate, policy: Policy): Refused<ClaimRefusal> | undefined {
  const birthdays = Object.values(ageInstants(birthDate, policy));
  const unfit = (end: Instant): boolean => end <= at || birthdays.some((birthday) => Math.abs(end - birthday) < DAY);
  if (unfit(reviewAt) || reviewAt > yearsLater(at, policy.guardianship.reviewWithinYears, policy)) return refused('window', 'reviewAt');
  return until !== null && unfit(until) ? refused('window', 'until') : undefined;
}

/** A registrar closes the claim for what the paper lacks. */
export interface CloseClaim extends ClaimAct {
  readonly reason: ClosingReason;
}

/** Closes a claim that this registrar holds. */
export function close(command: CloseClaim, state: Claim): ClaimDecision {
  const { registrar, reason, at } = command;
  const held = holding(command, state);
  if ('kind' in held) return held;
  return accepted({ type: 'ClaimClosed', data: { ...fileOf(held), registrar: registrar.staff, office: registrar.office, reason: open(reason), at } });
}

type Held = OpenClaim & { readonly details: ClaimDetails };

/** The claim, where this registrar holds it, may act on it and can read it. */
export function holding({ registrar, at }: ClaimAct, state: Claim): Held | Refused<ClaimRefusal> {
  if (!isOpen(state) || state.deal === undefined || !isHeldBy(registrar, state.deal)) return refused('not-found');
  if (at >= state.deal.until) return refused('deal-lapsed');
  if (isPartial(registrar, state)) return refused('conflict-of-interest');
  const { details } = state;
  return details === undefined ? refused('not-found') : { ...state, details };
}

/** True where it was dealt to this registrar in this office. */
export const isHeldBy = ({ staff, office }: Registrar, deal: Deal): boolean => deal.registrar === staff && deal.office === office;

/**
 * True for who may not act on the claim: it is theirs, about them or of somebody close, or they had the first look. Their own document is the only one that the
 * paper is compared with before the countersignature: no look-up is made of it, and nobody but they could notice.
 */
const isPartial = (registrar: ClaimRegistrar, state: OpenClaim): boolean =>
  concerns(registrar, state.claimant) || isAbout(registrar, state) || proposedBeside(registrar, state);

const isAbout = ({ document }: ClaimRegistrar, { details }: OpenClaim): boolean => document !== null && details !== undefined && sameDocument(document, details.document);

/**
 * True where the proposal came from this registrar, their office, the same person under another account, or somebody not known to have their duty from other hands:
 * two offices are two pairs of eyes, and whoever could make the second pair, or both, would have both.
 */
function proposedBeside({ staff, office, citizen, independentOf }: ClaimRegistrar, state: OpenClaim): boolean {
  if (state.status !== 'proposed') return false;
  const { proposal } = state;
  return proposal.registrar === staff || !independentOf.includes(proposal.registrar) || proposal.office === office || (citizen !== null && proposal.proposer === citizen);
}

/** What every event of a claim carries. */
export const fileOf = ({ claim, claimant }: { readonly claim: ClaimId; readonly claimant: CitizenId }) => ({ claim, claimant });
