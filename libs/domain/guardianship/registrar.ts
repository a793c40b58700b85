import type { CitizenId, InstitutionId, StaffId } from '../../kernel/index.js';

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

/** True where the registrar is this person or has a tie with them: they may not act. */
export const concerns = ({ citizen, tiedTo }: ActingRegistrar, person: CitizenId): boolean => citizen === person || tiedTo.includes(person);
