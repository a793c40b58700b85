import { type Brand, Malformed } from './brand.js';

/** 128 bits, random or a truncated keyed HMAC, as 32 lower-case hex digits. */
const HEX_128 = '[0-9a-f]{32}';

const parser = <Name extends string>(name: Name, pattern: string) => {
  const whole = new RegExp(`^${pattern}$`);
  const admit = (text: unknown): Brand<string, Name> => {
    if (typeof text !== 'string' || !whole.test(text)) throw new Malformed(`a ${name}`);
    return text as Brand<string, Name>;
  };
  return Object.assign(admit, { pattern: whole.source });
};

/** A person. Random; says nothing about them. */
export const CitizenId = parser('CitizenId', HEX_128);
export type CitizenId = ReturnType<typeof CitizenId>;

/** A sign-in account: keyed HMAC of issuer and subject. */
export const AccountId = parser('AccountId', HEX_128);
export type AccountId = ReturnType<typeof AccountId>;

/** A document's reservation: keyed HMAC of (type, issuing state, number), after the version of its key. */
export const IdentityId = parser('IdentityId', HEX_128);
export type IdentityId = ReturnType<typeof IdentityId>;

/** A claim to be somebody's guardian. */
export const ClaimId = parser('ClaimId', HEX_128);
export type ClaimId = ReturnType<typeof ClaimId>;

/** A tube: keyed HMAC of (clinic, barcode). */
export const SampleId = parser('SampleId', HEX_128);
export type SampleId = ReturnType<typeof SampleId>;

/** A sampling code: keyed HMAC of the code. */
export const SamplingCodeId = parser('SamplingCodeId', HEX_128);
export type SamplingCodeId = ReturnType<typeof SamplingCodeId>;

/** A member of staff: keyed HMAC of their account, so that knowing the account is to know the stream. */
export const StaffId = parser('StaffId', HEX_128);
export type StaffId = ReturnType<typeof StaffId>;

/** All guardianships of one dependent: keyed HMAC of the citizen id. */
export const GuardianshipsId = parser('GuardianshipsId', HEX_128);
export type GuardianshipsId = ReturnType<typeof GuardianshipsId>;

/** A clinic or an office: keyed HMAC of its name. */
export const InstitutionId = parser('InstitutionId', HEX_128);
export type InstitutionId = ReturnType<typeof InstitutionId>;

/** Lower-case letters, digits and '-': an id has this form, too. */
const SLUG = '[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])';

/** What an operator calls a clinic or an office: 2-40 of a-z, 0-9 and '-'. Tells where somebody was tested: it stands sealed in its institution's own stream, and nowhere else. */
export const InstitutionName = parser('InstitutionName', SLUG);
export type InstitutionName = ReturnType<typeof InstitutionName>;

/** The same where somebody is appointed: of no form that an id has, for rows are asked for by both. Before institutions had ids a place could be called so, and what was recorded of it stays readable. */
export const newInstitutionName = parser('InstitutionName', `(?!${HEX_128}$)${SLUG}`);

/** What stands for an institution in an event, as it stands: its id. In one that was written before institutions had ids, its name: whoever has no naming key cannot tell more. */
export const institutionAsWritten = parser('InstitutionId', SLUG);

/** A consent: `c_` and its stream's id. */
export const ConsentId = parser('ConsentId', `c_${HEX_128}`);
export type ConsentId = ReturnType<typeof ConsentId>;

/** One guardianship: `g_`, its stream's id, '-' and its ordinal in that stream, from 1. */
export const GuardianshipId = parser('GuardianshipId', `g_${HEX_128}-[1-9][0-9]{0,5}`);
export type GuardianshipId = ReturnType<typeof GuardianshipId>;

/** What a view of somebody else stands on. Carries its kind, so that one look finds its stream. */
export type BasisId = ConsentId | GuardianshipId;
export const BasisId = Object.assign((text: unknown): BasisId => (typeof text === 'string' && text.startsWith('c_') ? ConsentId(text) : GuardianshipId(text)), {
  pattern: `${ConsentId.pattern}|${GuardianshipId.pattern}`,
});

/** An event: a keyed HMAC cut to a UUID, lower case. */
export const EventId = parser('EventId', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}');
export type EventId = ReturnType<typeof EventId>;

/** Builds the id of the `ordinal`-th guardianship of a stream. */
export const guardianshipId = (stream: GuardianshipsId, ordinal: number): GuardianshipId => GuardianshipId(`g_${stream}-${ordinal}`);

/** The stream part of a guardianship's id. */
export const guardianshipsOf = (id: GuardianshipId): GuardianshipsId => GuardianshipsId(id.slice(2, 34));
