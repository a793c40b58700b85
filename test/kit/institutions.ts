import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { Names } from '../../libs/application/names.js';
import type { Clock } from '../../libs/application/ports/index.js';
import type { AtInstitution } from '../../libs/application/request.js';
import type { EventStore } from '../../libs/event-store/index.js';
import { type InstitutionId, InstitutionName } from '../../libs/kernel/index.js';
import { BlindIndex, type Vault } from '../../libs/vault/index.js';

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

/** What a process remembers nothing of. */
interface Ground {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly names: Names;
  readonly index: BlindIndex;
}

/** What another process on the same log is told, which has read nothing yet. */
export const elsewhere = ({ store, vault, names, clock, index }: Ground): Institutions => new Institutions(new Ledger(store, vault, names), clock, names, index);
