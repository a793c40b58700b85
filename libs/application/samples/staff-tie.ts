import type { CitizenId, Instant } from '../../kernel/index.js';
import { tied } from '../guardianship/acting-registrar.js';
import type { ReadModels } from '../ports/index.js';
import type { Actor } from '../request.js';

/** True where the tube's holder is the member of staff, or somebody they have or lately had private dealings with. */
export const isTied = async (readModels: ReadModels, now: Instant, { citizen }: Actor, holder: CitizenId): Promise<boolean> =>
  citizen !== undefined && (citizen === holder || tied(readModels, now, citizen, holder));
