import {
  accepted,
  type AccountId,
  type CitizenId,
  type Decision,
  type IdentityId,
  type InstitutionId,
  type Instant,
  open,
  opened,
  refused,
  type StaffId,
} from '../../kernel/index.js';
import type { Account, Citizen, Reservation } from './citizen.js';
import type { AccountEvent, CitizenEvent, EnrolmentWay, IdentityEvent } from './events.js';
import type { Identity } from './identity.js';

/** The registrar who saw the person and the document. */
export interface Witness {
  readonly registrar: StaffId;
  readonly office: InstitutionId;
}

const seenBy = (witness: Witness | undefined) => ({ registrar: witness?.registrar ?? null, office: witness?.office ?? null });

/** Sets a document aside for a citizen. One that is reserved stays as it is: the citizen id in the reservation wins. */
export interface ReserveIdentity {
  readonly identity: IdentityId;
  readonly citizen: CitizenId;
  readonly maker: string;
  readonly keyVersion: number;
  readonly at: Instant;
}

/** Reserves a document that is free. */
export function reserve({ identity, citizen, maker, keyVersion, at }: ReserveIdentity, reservation: Reservation): Decision<IdentityEvent, never> {
  if (reservation.status === 'reserved') return accepted();
  return accepted({ type: 'IdentityReserved', data: { identity, citizen, maker, keyVersion, at } });
}

/** Gives a reservation up; only its maker does, and only while it is for this citizen. */
export interface ReleaseIdentity {
  readonly identity: IdentityId;
  readonly citizen: CitizenId;
  readonly maker: string;
  readonly at: Instant;
}

/** Frees a document that this maker reserved for this citizen. */
export function release({ identity, citizen, maker, at }: ReleaseIdentity, reservation: Reservation): Decision<IdentityEvent, never> {
  if (reservation.status === 'free' || reservation.maker !== maker || reservation.citizen !== citizen) return accepted();
  return accepted({ type: 'IdentityReleased', data: { identity, citizen, at } });
}

/** Lets an account speak for a citizen. An account speaks for one citizen, for good. */
export interface LinkAccount {
  readonly account: AccountId;
  readonly citizen: CitizenId;
  readonly witness: Witness | undefined;
  readonly at: Instant;
}

/** Links an account that is free; refused where it speaks for somebody else. */
export function link({ account, citizen, witness, at }: LinkAccount, before: Account): Decision<AccountEvent, 'linked-elsewhere'> {
  if (before.status === 'linked') return before.citizen === citizen ? accepted() : refused('linked-elsewhere');
  return accepted({ type: 'AccountLinked', data: { account, citizen, ...seenBy(witness), at } });
}

/** Makes a person known. Somebody who is known already stays as they are. */
export interface EnrolCitizen {
  readonly citizen: CitizenId;
  readonly way: EnrolmentWay;
  readonly person: Identity;
  /** Verified, E.164, or null. */
  readonly phone: string | null;
  readonly witness: Witness | undefined;
  readonly at: Instant;
}

/** Enrols somebody whom nobody knows yet. */
export function enrol({ citizen, way, person, phone, witness, at }: EnrolCitizen, before: Citizen): Decision<CitizenEvent, never> {
  if (before.status === 'enrolled') return accepted();
  const { name, document, birthDate } = person;
  return accepted({
    type: 'CitizenEnrolled',
    data: { citizen, way, ...seenBy(witness), name: open(name), document: open(document), birthDate: open(birthDate), phone: open(phone), at },
  });
}

/** Takes over a newly verified phone number. */
export interface ChangeContact {
  readonly citizen: CitizenId;
  readonly phone: string;
  readonly at: Instant;
}

/** Changes the phone number of somebody enrolled; the same number again changes nothing. */
export function changeContact({ citizen, phone, at }: ChangeContact, before: Citizen): Decision<CitizenEvent, never> {
  if (before.status === 'none' || opened(before.phone) === phone) return accepted();
  return accepted({ type: 'ContactChanged', data: { citizen, phone: open(phone), at } });
}
