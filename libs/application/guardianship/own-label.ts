import { labelOf } from '../../domain/guardianship/index.js';
import type { ClaimId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import { streams } from '../streams.js';
import { claimAggregate } from './aggregates.js';

/** What a guardian calls whom they look after, for that guardian's eyes only: it stands in their claim. Null where there is nothing. */
export const ownLabel = async (ledger: Ledger, claim: ClaimId): Promise<string | null> => labelOf((await ledger.load(claimAggregate, streams.claim(claim))).state) ?? null;
