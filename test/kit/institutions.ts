import { Names } from '../../libs/application/names.js';
import type { AtInstitution } from '../../libs/application/request.js';
import { type InstitutionId, InstitutionName } from '../../libs/kernel/index.js';
import { BlindIndex } from '../../libs/vault/index.js';

/** The key that everything in memory is named with. */
const NAMES = new Names(new BlindIndex(Buffer.alloc(32, 7)));
const known = new Map<InstitutionId, InstitutionName>();

/** The id of an institution of this name. */
export function institutionId(name: string): InstitutionId {
  const id = NAMES.institution(InstitutionName(name));
  known.set(id, InstitutionName(name));
  return id;
}

/** Both ways. */
export const atInstitution = (name: string): AtInstitution => ({ institution: institutionId(name), institutionName: InstitutionName(name) });

/** Both ways, by an id that was asked for before. */
export function institutionOf(institution: InstitutionId): AtInstitution {
  const institutionName = known.get(institution);
  if (institutionName === undefined) throw new Error('an institution of no name');
  return { institution, institutionName };
}

/** Ids and names so far. */
export const institutions = (): readonly (readonly [InstitutionId, InstitutionName])[] => [...known];
