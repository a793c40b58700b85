import { yearsLater } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { CitizenId, Instant } from '../../kernel/index.js';
import type { ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';

/** Whether two people have, or lately had, private dealings; somebody who is not enrolled has none. */
export const haveDealings = async (readModels: ReadModels, now: Instant, one: CitizenId | null, other: CitizenId): Promise<boolean> =>
  one !== null && readModels.haveTie(one, other, yearsLater(now, -CN_1.staff.tieYears, CN_1));

/** True where the person is the member of staff who acts, or somebody they have or lately had private dealings with. */
export const isTied = async (readModels: ReadModels, now: Instant, { citizen }: Actor, person: CitizenId): Promise<boolean> =>
  citizen !== undefined && (citizen === person || haveDealings(readModels, now, citizen, person));
