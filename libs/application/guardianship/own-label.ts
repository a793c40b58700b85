import { guardianshipIn, labelOf } from '../../domain/guardianship/index.js';
import type { CitizenId, ClaimId, GuardianshipId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import { streams } from '../streams.js';
import { claimAggregate, guardianshipsAggregate } from './aggregates.js';

/** What a guardian calls whom they look after, for that guardian's eyes only: it stands in their claim. Null where there is nothing. */
export const ownLabel = async (ledger: Ledger, claim: ClaimId): Promise<string | null> => labelOf((await ledger.load(claimAggregate, streams.claim(claim))).state) ?? null;

/** The same by the guardianship that came of the claim, for its guardian. */
export async function ownLabelUnder(ledger: Ledger, guardianship: GuardianshipId, guardian: CitizenId): Promise<string | null> {
  const { state } = await ledger.load(guardianshipsAggregate, streams.basis(guardianship));
  const one = guardianshipIn(state, guardianship);
  return one?.guardian === guardian ? ownLabel(ledger, one.claim) : null;
}
