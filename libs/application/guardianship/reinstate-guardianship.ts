import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reinstate } from '../../domain/guardianship/index.js';
import type { GuardianshipId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import { GuardianshipDesk, type GuardianshipHandled } from './guardianship-desk.js';

/** A registrar lifts a suspension. */
export class ReinstateGuardianship {
  constructor(
    readonly request: CommandRequest,
    readonly guardianship: GuardianshipId,
    readonly reason: string,
  ) {}
}

@CommandHandler(ReinstateGuardianship)
export class ReinstateGuardianshipHandler implements ICommandHandler<ReinstateGuardianship, Outcome<GuardianshipHandled>> {
  constructor(private readonly desk: GuardianshipDesk) {}

  execute({ request, guardianship, reason }: ReinstateGuardianship): Promise<Outcome<GuardianshipHandled>> {
    return this.desk.act(request, guardianship, reason, reinstate);
  }
}
