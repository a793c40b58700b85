import type { CitizenId, InstitutionId, StaffId } from '../../kernel/index.js';
import type { IdentityDocument } from '../person.js';

/** A registrar on duty; `citizen` is who they are in private, null where they are not enrolled. */
export interface Registrar {
  readonly staff: StaffId;
  readonly office: InstitutionId;
  readonly citizen: CitizenId | null;
}

/** A registrar about to act, with the people among those concerned that they have, or lately had, private dealings with. */
export interface ActingRegistrar extends Registrar {
  readonly tiedTo: readonly CitizenId[];
}

/** A registrar with a claim's paper before them. */
export interface ClaimRegistrar extends ActingRegistrar {
  /** The one that they were enrolled with themselves; null where they are not enrolled. */
  readonly document: IdentityDocument | null;
  /** Registrars among those concerned who were seen to have their duty from other hands: whoever does not stand here counts as appointed by the same. */
  readonly independentOf: readonly StaffId[];
}

/** True where the registrar is this person or has a tie with them: they may not act. */
export const concerns = ({ citizen, tiedTo }: ActingRegistrar, person: CitizenId): boolean => citizen === person || tiedTo.includes(person);
