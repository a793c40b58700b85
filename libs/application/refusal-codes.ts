import type { AccessRefusal } from '../domain/access/allows.js';
import type { IdentityRefusal } from '../domain/citizen/identity.js';
import type { ConsentRefusal } from '../domain/consent/decide.js';
import type { ClaimRefusal, GuardianshipRefusal } from '../domain/guardianship/index.js';
import type { SampleRefusal, SamplingCodeRefusal } from '../domain/sample/index.js';
import type { StaffRefusal } from '../domain/staff/decide.js';

/** Refusals that no aggregate owns. `busy`: conflicts or a store out of reach until the deadline, nothing was recorded as far as is known. */
export type CommonRefusal = 'not-found' | 'not-enrolled' | 'step-up' | 'idempotency-key-reused' | 'busy' | 'read-models-behind' | 'not-permitted';

/** Every code a use case can answer with; the edge maps each to an HTTP status in one exhaustive table. */
export type RefusalCode =
  | CommonRefusal
  | AccessRefusal
  | ClaimRefusal
  | ConsentRefusal
  | GuardianshipRefusal
  | IdentityRefusal
  | SampleRefusal
  | SamplingCodeRefusal
  | StaffRefusal;
