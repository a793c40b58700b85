import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { end } from '../../domain/guardianship/index.js';
import type { GuardianshipId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import { GuardianshipDesk, type GuardianshipHandled } from './guardianship-desk.js';

/** A registrar ends a guardianship for good. */
export class EndGuardianship {
  constructor(
    readonly request: CommandRequest,
    readonly guardianship: GuardianshipId,
    readonly reason: string,
  ) {}
}

@CommandHandler(EndGuardianship)
export class EndGuardianshipHandler implements ICommandHandler<EndGuardianship, Outcome<GuardianshipHandled>> {
  constructor(private readonly desk: GuardianshipDesk) {}

  execute({ request, guardianship, reason }: EndGuardianship): Promise<Outcome<GuardianshipHandled>> {
    return this.desk.act(request, guardianship, reason, end);
  }
}
