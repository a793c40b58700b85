import { Injectable } from '@nestjs/common';
import { Institutions } from '../../../../libs/application/institutions/index.js';
import { Ledger } from '../../../../libs/application/ledger/index.js';
import { Names } from '../../../../libs/application/names.js';
import { People } from '../../../../libs/application/people/index.js';
import { Remembered } from '../../../../libs/application/remembered.js';
import type { Duty } from '../../../../libs/application/request.js';
import { staffAggregate } from '../../../../libs/application/staff/staff-aggregate.js';
import { streams } from '../../../../libs/application/streams.js';
import { dutyIn, type Role } from '../../../../libs/domain/staff/index.js';
import type { AccountId, CitizenId, Instant } from '../../../../libs/kernel/index.js';

const MAX_CACHED = 100_000;

/** Who an account is, by the log and not by its token. */
@Injectable()
export class Callers {
  private readonly linked = new Remembered<AccountId, CitizenId>(MAX_CACHED);

  constructor(
    private readonly ledger: Ledger,
    private readonly names: Names,
    private readonly people: People,
    private readonly institutions: Institutions,
  ) {}

  /** The citizen this account speaks for, once they are enrolled: a link alone may be half of an enrolment that a crash cut short. Both stay: only a yes is remembered. */
  async citizenOf(account: AccountId): Promise<CitizenId | undefined> {
    const known = this.linked.get(account);
    if (known !== undefined) return known;
    const citizen = await this.people.citizenOf(account);
    if (citizen !== undefined) this.linked.put(account, citizen);
    return citizen;
  }

  /** The duty in force at `now`. Read each time: an ended appointment ends at once. */
  async dutyOf(account: AccountId, role: Role, now: Instant): Promise<Duty | undefined> {
    const staff = this.names.staff(account);
    const { state } = await this.ledger.load(staffAggregate, streams.staff(staff));
    const appointment = dutyIn(state, role, now);
    if (appointment === undefined) return undefined;
    const { institution } = appointment;
    return { staff, role, institution, institutionName: await this.institutions.nameOfActing(institution) };
  }
}
