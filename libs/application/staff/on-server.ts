import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { appoint, endAppointment } from '../../domain/staff/index.js';
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

/** A request that no account made; each is a new one. */
function serverRequest(index: BlindIndex, names: Names, clock: Clock): CommandRequest {
  const actor = { account: names.account('xinma:server', 'operator'), assurance: 'al1', citizen: undefined, duty: undefined } as const;
  return new CommandRequest(actor, clock.now(), index, ['server', randomUUID()], '');
}

@CommandHandler(AppointOnServer)
export class AppointOnServerHandler implements ICommandHandler<AppointOnServer, Outcome<Appointed>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly index: BlindIndex,
  ) {}

  async execute({ post, days }: AppointOnServer): Promise<Outcome<Appointed>> {
    const { role, institution } = post;
    const staff = this.names.staff(this.names.account(post.issuer, post.subject));
    const performed = await perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream: streams.staff(staff),
      request: serverRequest(this.index, this.names, this.clock),
      decide: (state, at) => appoint({ staff, role, institution, days, by: null, tied: false, at }, state, CN_1),
    });
    return performed.kind === 'refused' ? performed : done(appointed(performed.after.state, post, null));
  }
}

@CommandHandler(EndAppointmentOnServer)
export class EndAppointmentOnServerHandler implements ICommandHandler<EndAppointmentOnServer, Outcome<{ readonly ended: true }>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly index: BlindIndex,
  ) {}

  async execute({ post }: EndAppointmentOnServer): Promise<Outcome<{ readonly ended: true }>> {
    const { role, institution } = post;
    const staff = this.names.staff(this.names.account(post.issuer, post.subject));
    const performed = await perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream: streams.staff(staff),
      request: serverRequest(this.index, this.names, this.clock),
      decide: (state, at) => endAppointment({ staff, role, institution, by: null, at }, state),
    });
    return performed.kind === 'refused' ? performed : done({ ended: true });
  }
}
