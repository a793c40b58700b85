import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Claim, countersign, type Match } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { type ClaimId, refused } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import type { KnownTies } from '../staff/ties.js';
import { ClaimDesk, type ClaimHandled } from './claim-desk.js';
import { Dependents, type FoundDependent } from './dependents.js';
import { SweepClaims } from './sweep-claims.js';

/** A second registrar, of another office, confirms what the first proposed. */
export class CountersignClaim {
  constructor(
    readonly request: CommandRequest,
    readonly claim: ClaimId,
  ) {}
}

/** One event and one answer whatever the match said; what follows from it happens after the answer, so that its time says nothing either. */
@CommandHandler(CountersignClaim)
export class CountersignClaimHandler implements ICommandHandler<CountersignClaim, Outcome<ClaimHandled>> {
  constructor(
    private readonly desk: ClaimDesk,
    private readonly dependents: Dependents,
    private readonly sweep: SweepClaims,
  ) {}

  async execute({ request, claim }: CountersignClaim): Promise<Outcome<ClaimHandled>> {
    const ties = await this.desk.ties.asOfNow();
    if (ties === undefined) return refused('read-models-behind');
    const state = await this.desk.claim(claim);
    const found = state.status === 'proposed' && state.details !== undefined ? await this.dependents.find(claim, state.details) : undefined;
    const match = found && (await judge(ties, state, found));
    const outcome = await this.desk.act(request, claim, (act, state) => countersign({ ...act, match }, state, CN_1), found ? [found.citizen] : []);
    if (outcome.kind === 'done') this.sweep.soon(claim);
    return outcome;
  }
}

/** What the match comes to, and whether the claim's proposer, as far as they are a citizen, has private dealings with whom it found. */
async function judge(ties: KnownTies, claim: Claim, { kind, citizen, next }: FoundDependent): Promise<Match> {
  const proposerTied = await ties.haveDealings(claim.status === 'proposed' ? (claim.proposal.proposer ?? null) : null, citizen);
  return kind === 'mismatch' ? { kind } : { kind: 'match', dependent: citizen, guardianship: next, proposerTied };
}
