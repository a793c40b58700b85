import type { ActingRegistrar } from '../../domain/guardianship/index.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import type { ReadModels } from '../ports/index.js';
import type { Actor, Duty } from '../request.js';
import { haveDealings } from '../staff/ties.js';

/** Somebody on duty as a registrar. */
export interface OnDuty extends Actor {
  readonly duty: Duty;
}

/** True for a registrar on duty; routes see to it, this makes sure. */
export const isRegistrar = (actor: Actor): actor is OnDuty => actor.duty?.role === 'registrar';

/** Who acts, and with whom of `people` they have, or lately had, private dealings. */
export async function actingRegistrar(readModels: ReadModels, now: Instant, { duty, citizen }: OnDuty, people: readonly CitizenId[]): Promise<ActingRegistrar> {
  const ties = await Promise.all(people.map((person) => haveDealings(readModels, now, citizen ?? null, person)));
  return { staff: duty.staff, office: duty.institution, citizen: citizen ?? null, tiedTo: people.filter((_, index) => ties[index]) };
}
