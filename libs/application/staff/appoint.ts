import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { appoint, type Role, type Staff } from '../../domain/staff/index.js';
import { formatInstant, type InstitutionId, type Instant, refused, type StaffId } from '../../kernel/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest, Duty } from '../request.js';
import { streams } from '../streams.js';
import { staffAggregate } from './staff-aggregate.js';
import { Ties } from './ties.js';

/** Which account has which duty, and where. */
export interface Post {
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly institution: InstitutionId;
}

/** A registrar gives an account a duty for some days. */
export class Appoint {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly post: Post,
    readonly days: number,
  ) {}
}

/** The appointment, in force in [from, until). */
export interface Appointed {
  readonly role: Role;
  readonly institution: InstitutionId;
  readonly from: string;
  readonly until: string;
}

@CommandHandler(Appoint)
export class AppointHandler implements ICommandHandler<Appoint, Outcome<Appointed>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly people: People,
    private readonly ties: Ties,
  ) {}

  async execute({ request, duty, post, days }: Appoint): Promise<Outcome<Appointed>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const account = this.names.account(post.issuer, post.subject);
    const citizen = await this.people.citizenOf(account);
    const tied = citizen !== undefined && (await ties.isTied(request.actor, citizen));
    const staff = this.names.staff(account);
    const stream = streams.staff(staff);
    const { role, institution } = post;
    const performed = await perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream,
      request,
      decide: (state, at) => appoint({ staff, role, institution, days, by: duty.staff, tied, at }, state, CN_1),
    });
    if (performed.kind === 'refused') return performed;
    const madeAt = performed.after.commands.get(request.eventId(stream, 0))?.at;
    return done(appointed(performed.after.state, post, duty.staff, madeAt));
  }
}

/** The appointment to this post by this hand that was made at `madeAt`, which is what a retry is answered with; without it, the newest. */
export function appointed({ appointments }: Staff, { role, institution }: Post, by: StaffId | null, madeAt?: Instant): Appointed {
  const made = appointments.findLast((each) => each.role === role && each.institution === institution && each.by === by && each.from === (madeAt ?? each.from));
  if (made === undefined) throw new Error('an appointment was recorded and is not there');
  return { role, institution, from: formatInstant(made.from), until: formatInstant(made.until) };
}
