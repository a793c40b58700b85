import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { admitIdentity } from '../../domain/citizen/index.js';
import { type ClaimDetails, makeClaim } from '../../domain/guardianship/index.js';
import { dateIn } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { type CitizenId, ClaimId } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { claimAggregate } from './aggregates.js';

/** Somebody says whose guardian they are, and on what paper. */
export class ClaimGuardianship {
  constructor(
    readonly request: CommandRequest,
    readonly claimant: CitizenId,
    readonly details: ClaimDetails,
    /** The claimant's own word for the dependent; null for none. */
    readonly label: string | null,
  ) {}
}

/** The same for every well-formed claim, whoever the dependent is and whether or not they are known. */
export interface ClaimReceived {
  readonly claim: ClaimId;
  readonly state: 'received';
}

@CommandHandler(ClaimGuardianship)
export class ClaimGuardianshipHandler implements ICommandHandler<ClaimGuardianship, Outcome<ClaimReceived>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute({ request, claimant, details, label }: ClaimGuardianship): Promise<Outcome<ClaimReceived>> {
    const described = admitIdentity(details, dateIn(this.clock.now(), CN_1));
    if ('kind' in described) return described;
    const claim = ClaimId(request.newId('claim'));
    const performed = await perform(this.ledger, this.clock, {
      of: claimAggregate,
      stream: streams.claim(claim),
      request,
      decide: (state, at) => makeClaim({ claim, claimant, details: { ...details, ...described }, label, at }, state),
    });
    return performed.kind === 'refused' ? performed : done({ claim, state: 'received' });
  }
}
