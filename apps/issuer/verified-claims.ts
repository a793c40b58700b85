import type { VerifiedIdentity } from '../../libs/application/ports/index.js';

/** Userinfo as OpenID Connect for Identity Assurance 1.0 writes it. */
export function userinfo(sub: string, identity: VerifiedIdentity | null): Readonly<Record<string, unknown>> {
  if (identity === null) return { sub };
  const { name, document, birthDate, phone } = identity;
  const claims = {
    given_name: name.given,
    family_name: name.family ?? undefined,
    'given_name#Latn': name.givenLatin ?? undefined,
    'family_name#Latn': name.familyLatin ?? undefined,
    birthdate: birthDate,
    phone_number: phone ?? undefined,
  };
  const details = { type: DOCUMENT_TYPES[document.type], document_number: document.number, issuer: { country_code: document.state } };
  return { sub, verified_claims: { verification: { trust_framework: 'cn_dev', evidence: [{ type: 'document', document_details: details }] }, claims } };
}

/** The specification's predefined values where it has one. */
const DOCUMENT_TYPES = { 'resident-id': 'idcard', passport: 'passport', permit: 'residence_permit' } as const;
