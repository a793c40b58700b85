import type { ActingRegistrar, Claim, ClaimRegistrar } from '../../domain/guardianship/index.js';
import type { CitizenId, Instant, StaffId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import type { People } from '../people/people.js';
import type { Actor, Duty } from '../request.js';
import { areOfDifferentHands } from '../staff/appointers.js';
import type { OwnTies } from '../staff/ties.js';

/** Somebody on duty as a registrar. */
export interface OnDuty extends Actor {
  readonly duty: Duty;
}

/** True for a registrar on duty; routes see to it, this makes sure. */
export const isRegistrar = (actor: Actor): actor is OnDuty => actor.duty?.role === 'registrar';

/** Who acts, and with whom of `people` they have, or lately had, private dealings. */
export async function actingRegistrar(own: OwnTies, actor: OnDuty, people: readonly CitizenId[]): Promise<ActingRegistrar> {
  const { duty, citizen } = actor;
  return { staff: duty.staff, office: duty.institution, citizen: citizen ?? null, tiedTo: [...(await own.among(actor, people))] };
}

/** What is asked about a registrar before a claim's paper. */
export interface RegistrarSources {
  readonly ledger: Ledger;
  readonly ties: OwnTies;
  readonly people: People;
}

/** The same before a claim's paper, with their own document, and whether they and the proposer have their duties from different hands. */
export async function claimRegistrar({ ledger, ties, people }: RegistrarSources, now: Instant, actor: OnDuty, claim: Claim, others: readonly CitizenId[] = []): Promise<ClaimRegistrar> {
  const { citizen, duty } = actor;
  const concerned = claim.status === 'none' ? others : [claim.claimant, ...others];
  const [acting, person, independentOf] = await Promise.all([
    actingRegistrar(ties, actor, concerned),
    citizen === undefined ? undefined : people.personOf(citizen),
    // Of one that is proposed between here and the decision nothing was seen, and the decision says no.
    claim.status === 'proposed' ? independentAmong(ledger, now, [duty.staff, claim.proposal.registrar]) : [],
  ]);
  return { ...acting, document: person?.document ?? null, independentOf };
}

/** The proposer, where nobody appointed both of the two, and neither the other, over however many others. */
async function independentAmong(ledger: Ledger, now: Instant, [registrar, proposer]: readonly [StaffId, StaffId]): Promise<readonly StaffId[]> {
  return (await areOfDifferentHands(ledger, now, registrar, proposer)) ? [proposer] : [];
}
