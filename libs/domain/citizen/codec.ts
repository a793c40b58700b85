import { AccountId, CitizenId, IdentityId, StaffId } from '../../kernel/index.js';
import { count, eventCodec, nullable, oneOf, parsed, sealedBy, text, time } from '../codec/index.js';
import { idsInstead, institution } from '../institution/written.js';
import { date, identityDocument, personName } from '../person.js';
import { type AccountEvent, type CitizenEvent, ENROLMENT_WAYS, type IdentityEvent } from './events.js';

const citizen = parsed(CitizenId);
const identity = parsed(IdentityId);
const seenBy = { registrar: nullable(parsed(StaffId)), office: nullable(institution) };
const ownKey = (data: { readonly citizen: CitizenId }): string => data.citizen;

/** How account reservations are stored. */
export const accountCodec = eventCodec<AccountEvent>({
  AccountLinked: { version: 2, clear: { account: parsed(AccountId), citizen, ...seenBy, at: time }, sealed: {}, upcasters: { 1: idsInstead('office') }, alikeSince: 1 },
});

/** How identity reservations are stored. */
export const identityCodec = eventCodec<IdentityEvent>({
  IdentityReserved: { version: 1, clear: { identity, citizen, maker: text, keyVersion: count, at: time }, sealed: {} },
  IdentityReleased: { version: 1, clear: { identity, citizen, at: time }, sealed: {} },
});

/** How citizens are stored: everything about the person under their own key. */
export const citizenCodec = eventCodec<CitizenEvent>({
  CitizenEnrolled: {
    version: 2,
    clear: { citizen, way: oneOf(...ENROLMENT_WAYS), ...seenBy, at: time },
    sealed: {
      name: sealedBy('person', ownKey, personName),
      document: sealedBy('person', ownKey, identityDocument),
      birthDate: sealedBy('person', ownKey, date),
      phone: sealedBy('person', ownKey, nullable(text)),
    },
    upcasters: { 1: idsInstead('office') },
    alikeSince: 1,
  },
  ContactChanged: { version: 1, clear: { citizen, at: time }, sealed: { phone: sealedBy('person', ownKey, nullable(text)) } },
});
