import { yearsLater } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import type { ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';

/** Whether two people have, or lately had, private dealings; somebody who is not enrolled has none. */
export const haveDealings = async (readModels: ReadModels, now: Instant, one: CitizenId | null, other: CitizenId): Promise<boolean> =>
  one !== null && readModels.haveTie(one, other, yearsLater(now, -CN_1.staff.tieYears, CN_1));

/** Which of these people are tied to the member of staff who acts, as below. Asked in one round trip; of somebody who is not enrolled, not at all. */
export async function tiesAmong(readModels: ReadModels, now: Instant, actor: Actor, people: readonly CitizenId[]): Promise<ReadonlySet<CitizenId>> {
  if (actor.citizen === undefined) return new Set();
  const ties = await Promise.all(people.map((person) => isTied(readModels, now, actor, person)));
  return new Set(people.filter((_, index) => ties[index]));
}

/** True where the person is the member of staff who acts, or somebody they have or lately had private dealings with. */
export const isTied = async (readModels: ReadModels, now: Instant, { citizen }: Actor, person: CitizenId): Promise<boolean> =>
  citizen !== undefined && (citizen === person || haveDealings(readModels, now, citizen, person));
