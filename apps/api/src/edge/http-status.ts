import type { RefusalCode } from '../../../../libs/application/refusal-codes.js';

/** What the edge itself says no to, before any use case is asked. */
export type EdgeCode =
  | 'token-missing'
  | 'token-invalid'
  | 'idempotency-key-missing'
  | 'idempotency-key-malformed'
  | 'malformed'
  | 'duplicate-key'
  | 'unknown-field'
  | 'missing-field'
  | 'invalid-field'
  | 'body-too-large'
  | 'packed-too-tightly'
  | 'unpackable'
  | 'uri-too-long'
  | 'unsupported-media-type'
  | 'request-timeout'
  | 'internal';

/** Every code that a problem can carry. */
export type ProblemCode = RefusalCode | EdgeCode;

/** The one place where codes meet HTTP. */
export const HTTP_STATUS = {
  'token-missing': 401,
  'token-invalid': 401,
  'idempotency-key-missing': 400,
  'idempotency-key-malformed': 400,
  malformed: 400,
  'duplicate-key': 400,
  'unknown-field': 400,
  'missing-field': 400,
  'invalid-field': 400,
  'body-too-large': 413,
  'packed-too-tightly': 413,
  unpackable: 400,
  'uri-too-long': 414,
  'unsupported-media-type': 415,
  'request-timeout': 408,
  internal: 500,

  'not-found': 404,
  'not-enrolled': 404,
  'step-up': 403,
  'not-permitted': 403,
  'idempotency-key-reused': 422,
  busy: 503,
  'read-models-behind': 503,

  'code-expired': 404,
  window: 422,
  purpose: 422,
  'too-many-consents': 409,
  'wider-than-asked': 422,
  'under-age': 403,
  'consent-not-open': 409,
  'consent-not-live': 409,
  'outside-grant': 403,
  cursor: 400,

  name: 422,
  document: 422,
  'birth-date': 422,
  'identity-unverified': 422,

  'conflict-of-interest': 409,
  'appointment-length': 422,
  'not-appointed': 409,

  'deal-lapsed': 409,
  'claim-not-proposed': 409,
  'claim-already-proposed': 409,
  'ground-unfit': 422,
  'guardianship-ended': 409,

  'barcode-taken': 409,
  'barcode-locked': 409,
  'no-result': 409,
  'test-type': 422,
  disease: 422,
  result: 422,
  time: 422,
} as const satisfies Record<ProblemCode, number>;
