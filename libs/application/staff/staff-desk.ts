import { Injectable } from '@nestjs/common';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { appoint, type Appoint as Appointing, endAppointment, type Role, type Staff } from '../../domain/staff/index.js';
import { formatInstant, type InstitutionName, type Instant, type StaffId } from '../../kernel/index.js';
import { Institutions } from '../institutions/index.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { staffAggregate } from './staff-aggregate.js';

/** Which account has which duty, and where. */
export interface Post {
  readonly issuer: string;
  readonly subject: string;
  readonly role: Role;
  readonly institution: InstitutionName;
}

/** The appointment, in force in [from, until). */
export interface Appointed {
  readonly role: Role;
  readonly institution: InstitutionName;
  readonly from: string;
  readonly until: string;
}

/** Where duties are given and taken back. */
@Injectable()
export class StaffDesk {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly institutions: Institutions,
  ) {}

  /** Gives a duty. */
  async appoint(request: CommandRequest, post: Post, terms: Pick<Appointing, 'days' | 'by' | 'tied'>): Promise<Outcome<Appointed>> {
    const given = { ...this.dutyOf(post), ...terms };
    const stream = streams.staff(given.staff);
    const performed = await perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream,
      request,
      decide: (state, at) => appoint({ ...given, at }, state, CN_1),
      // Its name goes in before anything says its id; and not for an appointment that comes to nothing.
      beforehand: () => this.institutions.name(post.institution),
    });
    if (performed.kind === 'refused') return performed;
    const { state, commands } = performed.after;
    return done({ role: post.role, institution: post.institution, ...madeOf(state, given, commands.get(request.eventId(stream, 0))?.at) });
  }

  /** Takes a duty back. */
  async end(request: CommandRequest, post: Post, by: StaffId | null): Promise<Outcome<{ readonly ended: true }>> {
    const duty = this.dutyOf(post);
    const performed = await perform(this.ledger, this.clock, {
      of: staffAggregate,
      stream: streams.staff(duty.staff),
      request,
      decide: (state, at) => endAppointment({ ...duty, by, at }, state),
    });
    return performed.kind === 'refused' ? performed : done({ ended: true });
  }

  private dutyOf({ issuer, subject, role, institution }: Post) {
    return { staff: this.names.staff(this.names.account(issuer, subject)), role, institution: this.names.institution(institution) };
  }
}

/** The appointment by this hand that was made at `madeAt`, which is what a retry is answered with; without it, the newest. */
function madeOf({ appointments }: Staff, { role, institution, by }: Pick<Appointing, 'role' | 'institution' | 'by'>, madeAt?: Instant) {
  const made = appointments.findLast((each) => each.role === role && each.institution === institution && each.by === by && each.from === (madeAt ?? each.from));
  if (made === undefined) throw new Error('an appointment was recorded and is not there');
  return { from: formatInstant(made.from), until: formatInstant(made.until) };
}
