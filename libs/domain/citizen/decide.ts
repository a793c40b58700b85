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
import { type IdentityDocument, sameDocument } from '../person.js';
import type { Account, Citizen, Reservation, Reserved } from './citizen.js';
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

/** Gives a reservation up, as its maker or because its maker can no longer finish it, and only while it is for this citizen. */
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

/** A reservation beside what became of whom it was made for, and of the account that made it (free where none did). */
export interface Begun {
  readonly reservation: Reserved;
  readonly document: IdentityDocument;
  readonly holder: Citizen;
  readonly account: Account;
}

/**
 * True where nobody can finish what a reservation began: its citizen was enrolled with another document, or the account that made it speaks for somebody else.
 * Left by an enrolment that was cut short and done with a document that had been renewed or corrected since.
 */
export function isAbandoned({ reservation: { citizen }, document, holder, account }: Begun): boolean {
  if (holder.status === 'none') return account.status === 'linked' && account.citizen !== citizen;
  const theirs = opened(holder.document);
  return theirs !== undefined && !sameDocument(theirs, document);
}

/** Lets an account speak for a citizen. An account speaks for one citizen, for good. `fourteen`: when they are 14. */
export interface LinkAccount {
  readonly account: AccountId;
  readonly citizen: CitizenId;
  readonly fourteen: Instant;
  readonly witness: Witness | undefined;
  readonly at: Instant;
}

/** Links an account that is free; refused where it speaks for somebody else. One that was made before its holder was 14 is linked again, once, by a registrar who sees them after that. */
export function link({ account, citizen, fourteen, witness, at }: LinkAccount, before: Account): Decision<AccountEvent, 'linked-elsewhere'> {
  if (before.status === 'linked' && before.citizen !== citizen) return refused('linked-elsewhere');
  if (before.status === 'linked' && (witness === undefined || before.at >= fourteen || at < fourteen)) return accepted();
  return accepted({ type: 'AccountLinked', data: { account, citizen, ...seenBy(witness), at } });
}

/** Sets aside which account will speak for a citizen, in a stream of its own. `left`: one that turned out to speak for somebody else, if any. */
export interface ReserveLink {
  readonly account: AccountId;
  readonly citizen: CitizenId;
  readonly left: AccountId | undefined;
  readonly at: Instant;
}

/** A citizen has one account: a second one would grant in their name, and see all that they see. */
export function reserveLink({ account, citizen, left, at }: ReserveLink, before: Account): Decision<AccountEvent, 'linked-elsewhere'> {
  if (before.status === 'linked' && before.account === account) return accepted();
  if (before.status === 'linked' && before.account !== left) return refused('linked-elsewhere');
  return accepted({ type: 'AccountLinked', data: { account, citizen, ...seenBy(undefined), at } });
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
