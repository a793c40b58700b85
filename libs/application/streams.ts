import type { StreamName } from '../event-store/index.js';
import {
  type AccountId,
  type BasisId,
  type CitizenId,
  type ClaimId,
  type ConsentId,
  GuardianshipId,
  guardianshipsOf,
  type GuardianshipsId,
  type IdentityId,
  type InstitutionId,
  type SampleId,
  type SamplingCodeId,
  type StaffId,
} from '../kernel/index.js';

/** Names of streams: one stream is one unit of consistency. */
export const streams = {
  account: (id: AccountId): StreamName => `account-${id}`,
  identity: (id: IdentityId): StreamName => `identity-${id}`,
  citizen: (id: CitizenId): StreamName => `citizen-${id}`,
  samplingCode: (id: SamplingCodeId): StreamName => `sampling-${id}`,
  consent: (id: ConsentId): StreamName => `consent-${id.slice(2)}`,
  claim: (id: ClaimId): StreamName => `claim-${id}`,
  guardianships: (id: GuardianshipsId): StreamName => `guardianships-${id}`,
  sample: (id: SampleId): StreamName => `sample-${id}`,
  staff: (id: StaffId): StreamName => `staff-${id}`,
  institution: (id: InstitutionId): StreamName => `institution-${id}`,
  refusal: (id: string): StreamName => `refusal-${id}`,
  audit: (id: string): StreamName => `audit-${id}`,
  basis: (id: BasisId): StreamName => (id.startsWith('c_') ? `consent-${id.slice(2)}` : `guardianships-${guardianshipsOf(GuardianshipId(id))}`),
} as const;
