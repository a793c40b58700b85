import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { close, type ClosingReason } from '../../domain/guardianship/index.js';
import type { ClaimId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import { ClaimDesk, type ClaimHandled } from './claim-desk.js';
import { SweepClaims } from './sweep-claims.js';

/** The registrar who holds the claim closes it, for what the paper lacks. */
export class CloseClaim {
  constructor(
    readonly request: CommandRequest,
    readonly claim: ClaimId,
    readonly reason: ClosingReason,
  ) {}
}

@CommandHandler(CloseClaim)
export class CloseClaimHandler implements ICommandHandler<CloseClaim, Outcome<ClaimHandled>> {
  constructor(
    private readonly desk: ClaimDesk,
    private readonly sweep: SweepClaims,
  ) {}

  async execute({ request, claim, reason }: CloseClaim): Promise<Outcome<ClaimHandled>> {
    const outcome = await this.desk.act(request, claim, (act, state) => close({ ...act, reason }, state));
    if (outcome.kind === 'done') this.sweep.soon(claim);
    return outcome;
  }
}
