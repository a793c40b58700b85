import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refused } from '../../kernel/index.js';
import { Names } from '../names.js';
import type { Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import type { CommandRequest, Duty } from '../request.js';
import { type Appointed, type Post, StaffDesk } from './staff-desk.js';
import { Ties } from './ties.js';

/** A registrar gives an account a duty for some days. */
export class Appoint {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly post: Post,
    readonly days: number,
  ) {}
}

@CommandHandler(Appoint)
export class AppointHandler implements ICommandHandler<Appoint, Outcome<Appointed>> {
  constructor(
    private readonly desk: StaffDesk,
    private readonly names: Names,
    private readonly people: People,
    private readonly ties: Ties,
  ) {}

  async execute({ request, duty, post, days }: Appoint): Promise<Outcome<Appointed>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const citizen = await this.people.citizenOf(this.names.account(post.issuer, post.subject));
    const tied = citizen !== undefined && (await ties.isTied(request.actor, citizen));
    return this.desk.appoint(request, post, { days, by: duty.staff, tied });
  }
}
