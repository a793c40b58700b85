import type { ActingRegistrar, Claim, ClaimRegistrar } from '../../domain/guardianship/index.js';
import type { CitizenId, Instant, StaffId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import type { People } from '../people/people.js';
import type { Actor, Duty } from '../request.js';
import { appointersOf } from '../staff/appointers.js';
import type { KnownTies } from '../staff/ties.js';

/** Somebody on duty as a registrar. */
export interface OnDuty extends Actor {
  readonly duty: Duty;
}

/** True for a registrar on duty; routes see to it, this makes sure. */
export const isRegistrar = (actor: Actor): actor is OnDuty => actor.duty?.role === 'registrar';

/** Who acts, and with whom of `people` they have, or lately had, private dealings. */
export async function actingRegistrar(known: KnownTies, { duty, citizen }: OnDuty, people: readonly CitizenId[]): Promise<ActingRegistrar> {
  const ties = await Promise.all(people.map((person) => known.haveDealings(citizen ?? null, person)));
  return { staff: duty.staff, office: duty.institution, citizen: citizen ?? null, tiedTo: people.filter((_, index) => ties[index]) };
}

/** What is asked about a registrar before a claim's paper. */
export interface RegistrarSources {
  readonly ledger: Ledger;
  readonly ties: KnownTies;
  readonly people: People;
}

/** The same before a claim's paper, with their own document, and whether they have their duty from the proposer or the proposer from them. */
export async function claimRegistrar({ ledger, ties, people }: RegistrarSources, now: Instant, actor: OnDuty, claim: Claim, others: readonly CitizenId[] = []): Promise<ClaimRegistrar> {
  const { citizen, duty } = actor;
  const concerned = claim.status === 'none' ? others : [claim.claimant, ...others];
  const [acting, person, boundTo] = await Promise.all([
    actingRegistrar(ties, actor, concerned),
    citizen === undefined ? undefined : people.personOf(citizen),
    claim.status === 'proposed' ? boundAmong(ledger, now, [duty.staff, claim.proposal.registrar]) : [],
  ]);
  return { ...acting, document: person?.document ?? null, boundTo };
}

/** The proposer, where one of the two appointed the other, over however many others. */
async function boundAmong(ledger: Ledger, now: Instant, [registrar, proposer]: readonly [StaffId, StaffId]): Promise<readonly StaffId[]> {
  const [above, aboveProposer] = await Promise.all([appointersOf(ledger, registrar, now), appointersOf(ledger, proposer, now)]);
  return above.includes(proposer) || aboveProposer.includes(registrar) ? [proposer] : [];
}
