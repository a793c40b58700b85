import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { suspend } from '../../domain/guardianship/index.js';
import type { GuardianshipId } from '../../kernel/index.js';
import type { Outcome } from '../outcome.js';
import type { CommandRequest } from '../request.js';
import { GuardianshipDesk, type GuardianshipHandled } from './guardianship-desk.js';

/** A registrar stops a guardianship at once, also before it took effect. Reviewed after. */
export class SuspendGuardianship {
  constructor(
    readonly request: CommandRequest,
    readonly guardianship: GuardianshipId,
    readonly reason: string,
  ) {}
}

@CommandHandler(SuspendGuardianship)
export class SuspendGuardianshipHandler implements ICommandHandler<SuspendGuardianship, Outcome<GuardianshipHandled>> {
  constructor(private readonly desk: GuardianshipDesk) {}

  execute({ request, guardianship, reason }: SuspendGuardianship): Promise<Outcome<GuardianshipHandled>> {
    return this.desk.act(request, guardianship, reason, suspend);
  }
}
