import { isRecord } from '../../../../../libs/domain/codec/index.js';
import { calendarDate, type DocumentType, type IdentityDocument, type PersonName } from '../../../../../libs/domain/person.js';
import type { VerifiedIdentity } from '../../../../../libs/application/ports/index.js';
import { Malformed } from '../../../../../libs/kernel/index.js';

/** Document types of OpenID Connect for Identity Assurance 1.0 (predefined values), and what they are here. */
const DOCUMENT_TYPES: Readonly<Record<string, DocumentType>> = { idcard: 'resident-id', passport: 'passport', residence_permit: 'permit' };

/** Reads `verified_claims` of a userinfo answer. Anything missing, doubled or odd means that nobody is vouched for: undefined. */
export function readVerifiedClaims(userinfo: unknown): VerifiedIdentity | undefined {
  try {
    const { verification, claims } = records(records(userinfo)['verified_claims']);
    const told = records(claims);
    return { name: nameOf(told), document: documentOf(records(verification)), birthDate: calendarDate(told['birthdate']), phone: optional(told['phone_number']) };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function nameOf(claims: Readonly<Record<string, unknown>>): PersonName {
  return {
    family: optional(claims['family_name']),
    given: text(claims['given_name']),
    familyLatin: optional(claims['family_name#Latn']),
    givenLatin: optional(claims['given_name#Latn']),
  };
}

/** Exactly one document: with two, which one counts would be our guess. */
function documentOf(verification: Readonly<Record<string, unknown>>): IdentityDocument {
  const { evidence } = verification;
  const documents = Array.isArray(evidence) ? evidence.map(records).filter((one) => one['type'] === 'document') : [];
  if (documents.length !== 1) throw new Malformed('one document');
  const details = records(documents[0]?.['document_details']);
  const type = DOCUMENT_TYPES[text(details['type'])];
  const issuer = records(details['issuer']);
  if (type === undefined) throw new Malformed('a known document type');
  return { type, state: text(issuer['country_code'] ?? issuer['country']), number: text(details['document_number']) };
}

function records(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new Malformed('an object');
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > 200) throw new Malformed('text');
  return value;
}

const optional = (value: unknown): string | null => (value === undefined || value === null ? null : text(value));
