import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { appoint, endAppointment, type Staff, type StaffEvent, type StaffRefusal } from '../../domain/staff/index.js';
import type { Decision, Instant, StaffId } from '../../kernel/index.js';
import { BlindIndex } from '../../vault/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { appointed, type Appointed, type Post } from './appoint.js';
import { staffAggregate } from './staff-aggregate.js';

/** The operator appoints, on the server itself: how the first registrar comes to be. Recorded with nobody as the one who appointed. */
export class AppointOnServer {
  constructor(
    readonly post: Post,
    readonly days: number,
  ) {}
}

/** The operator takes a duty back. */
export class EndAppointmentOnServer {
  constructor(readonly post: Post) {}
}

/** One act of the operator on one member of staff. */
@Injectable()
class OnServer {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly index: BlindIndex,
  ) {}

  protected act({ issuer, subject }: Pick<Post, 'issuer' | 'subject'>, decide: (staff: StaffId, state: Staff, at: Instant) => Decision<StaffEvent, StaffRefusal>) {
    const staff = this.names.staff(this.names.account(issuer, subject));
    return perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream: streams.staff(staff),
      request: this.request(),
      decide: (state, at) => decide(staff, state, at),
    });
  }

  /** A request that no account made; each is a new one. */
  private request(): CommandRequest {
    const actor = { account: this.names.account('xinma:server', 'operator'), assurance: 'al1', citizen: undefined, duty: undefined } as const;
    return new CommandRequest(actor, this.clock.now(), this.index, ['server', randomUUID()], ['']);
  }
}

@CommandHandler(AppointOnServer)
export class AppointOnServerHandler extends OnServer implements ICommandHandler<AppointOnServer, Outcome<Appointed>> {
  async execute({ post, days }: AppointOnServer): Promise<Outcome<Appointed>> {
    const { role, institution } = post;
    const performed = await this.act(post, (staff, state, at) => appoint({ staff, role, institution, days, by: null, tied: false, at }, state, CN_1));
    return performed.kind === 'refused' ? performed : done(appointed(performed.after.state, post, null));
  }
}

@CommandHandler(EndAppointmentOnServer)
export class EndAppointmentOnServerHandler extends OnServer implements ICommandHandler<EndAppointmentOnServer, Outcome<{ readonly ended: true }>> {
  async execute({ post: { role, institution, ...account } }: EndAppointmentOnServer): Promise<Outcome<{ readonly ended: true }>> {
    const performed = await this.act(account, (staff, state, at) => endAppointment({ staff, role, institution, by: null, at }, state));
    return performed.kind === 'refused' ? performed : done({ ended: true });
  }
}
