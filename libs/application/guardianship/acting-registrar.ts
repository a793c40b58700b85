import { type ActingRegistrar, yearsLater } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import type { ReadModels } from '../ports/index.js';
import type { Actor, Duty } from '../request.js';

/** Somebody on duty as a registrar. */
export interface OnDuty extends Actor {
  readonly duty: Duty;
}

/** True for a registrar on duty; routes see to it, this makes sure. */
export const isRegistrar = (actor: Actor): actor is OnDuty => actor.duty?.role === 'registrar';

/** Who acts, and with whom of `people` they have, or lately had, private dealings. */
export async function actingRegistrar(readModels: ReadModels, now: Instant, { duty, citizen }: OnDuty, people: readonly CitizenId[]): Promise<ActingRegistrar> {
  const ties = await Promise.all(people.map((person) => tied(readModels, now, citizen ?? null, person)));
  return { staff: duty.staff, office: duty.institution, citizen: citizen ?? null, tiedTo: people.filter((_, index) => ties[index]) };
}

/** Whether two people have, or lately had, private dealings; somebody who is not enrolled has none. */
export async function tied(readModels: ReadModels, now: Instant, one: CitizenId | null, other: CitizenId): Promise<boolean> {
  return one !== null && readModels.haveTie(one, other, yearsLater(now, -CN_1.staff.tieYears, CN_1));
}
