import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { propose } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { Scope } from '../../domain/scope.js';
import type { ClaimId, Instant } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import { ClaimDesk, type ClaimHandled } from './claim-desk.js';

/** What the first registrar read off the paper; no scope: the ground's usual one. */
export interface ProposedTerms {
  readonly scope: Scope | undefined;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
}

/** The first registrar proposes that the claim be confirmed. */
export class ProposeConfirmation {
  constructor(
    readonly request: CommandRequest,
    readonly claim: ClaimId,
    readonly terms: ProposedTerms,
  ) {}
}

@CommandHandler(ProposeConfirmation)
export class ProposeConfirmationHandler implements ICommandHandler<ProposeConfirmation, Outcome<ClaimHandled>> {
  constructor(private readonly desk: ClaimDesk) {}

  execute({ request, claim, terms }: ProposeConfirmation): Promise<Outcome<ClaimHandled>> {
    return this.desk.act(request, claim, (act, state) => propose({ ...act, ...terms }, state, CN_1));
  }
}
