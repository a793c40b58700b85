import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { dutyIn, type Role, ROLES } from '../../domain/staff/index.js';
import { type AccountId, formatInstant, type InstitutionName } from '../../kernel/index.js';
import { Institutions } from '../institutions/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import { streams } from '../streams.js';
import { staffAggregate } from './staff-aggregate.js';

/** Which duties an account has now: one a role, the newest appointment in force. */
export class MyDuties {
  constructor(readonly account: AccountId) {}
}

/** A duty until an instant (RFC 3339), unless it is taken back before. */
export interface DutyInForce {
  readonly role: Role;
  readonly institution: InstitutionName;
  readonly until: string;
}

@QueryHandler(MyDuties)
export class MyDutiesHandler implements IQueryHandler<MyDuties, Outcome<{ readonly duties: readonly DutyInForce[] }>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly names: Names,
    private readonly clock: Clock,
    private readonly institutions: Institutions,
  ) {}

  async execute({ account }: MyDuties): Promise<Outcome<{ readonly duties: readonly DutyInForce[] }>> {
    const { state } = await this.ledger.load(staffAggregate, streams.staff(this.names.staff(account)));
    const now = this.clock.now();
    const appointments = ROLES.map((role) => dutyIn(state, role, now)).filter((one) => one !== undefined);
    const duties = await Promise.all(
      appointments.map(async ({ role, institution, until }) => ({ role, institution: await this.institutions.nameOf(institution), until: formatInstant(until) })),
    );
    return done({ duties });
  }
}
