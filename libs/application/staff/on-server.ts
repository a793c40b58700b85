import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlindIndex } from '../../vault/index.js';
import { Names } from '../names.js';
import type { Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import { CommandRequest } from '../request.js';
import { type Appointed, type Post, StaffDesk } from './staff-desk.js';

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

/** What the operator does at the desk. */
@Injectable()
class OnServer {
  constructor(
    protected readonly desk: StaffDesk,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly index: BlindIndex,
  ) {}

  /** A request that no account made; each is a new one. */
  protected request(): CommandRequest {
    const actor = { account: this.names.account('xinma:server', 'operator'), assurance: 'al1', citizen: undefined, duty: undefined } as const;
    return new CommandRequest(actor, this.clock.now(), this.index, ['server', randomUUID()], ['']);
  }
}

@CommandHandler(AppointOnServer)
export class AppointOnServerHandler extends OnServer implements ICommandHandler<AppointOnServer, Outcome<Appointed>> {
  execute({ post, days }: AppointOnServer): Promise<Outcome<Appointed>> {
    return this.desk.appoint(this.request(), post, { days, by: null, tied: false });
  }
}

@CommandHandler(EndAppointmentOnServer)
export class EndAppointmentOnServerHandler extends OnServer implements ICommandHandler<EndAppointmentOnServer, Outcome<{ readonly ended: true }>> {
  execute({ post }: EndAppointmentOnServer): Promise<Outcome<{ readonly ended: true }>> {
    return this.desk.end(this.request(), post, null);
  }
}
