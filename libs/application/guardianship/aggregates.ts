import {
  type Claim,
  claimCodec,
  type ClaimEvent,
  evolveClaim,
  evolveGuardianships,
  guardianshipCodec,
  type GuardianshipEvent,
  type Guardianships,
  NO_CLAIM,
  NO_GUARDIANSHIPS,
} from '../../domain/guardianship/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Claims, as the ledger loads and records them. */
export const claimAggregate: Aggregate<Claim, ClaimEvent> = { codec: claimCodec, initial: NO_CLAIM, evolve: evolveClaim };

/** All guardianships of one dependent. */
export const guardianshipsAggregate: Aggregate<Guardianships, GuardianshipEvent> = {
  codec: guardianshipCodec,
  initial: NO_GUARDIANSHIPS,
  evolve: evolveGuardianships,
  busy: true,
};
