import type { InstitutionId, Instant, StaffId } from '../../kernel/index.js';
import type { Role } from './events.js';

/** One appointment, in force in [from, until) unless it was ended before. */
export interface Appointment {
  readonly ordinal: number;
  readonly role: Role;
  readonly institution: InstitutionId;
  readonly from: Instant;
  readonly until: Instant;
  /** Null for one made on the server. */
  readonly by: StaffId | null;
  readonly endedAt: Instant | null;
}

/** A member of staff: every appointment they ever had, oldest first. */
export interface Staff {
  readonly appointments: readonly Appointment[];
}

/** Before anything happened. */
export const NO_STAFF: Staff = { appointments: [] };

/** True where the appointment gives its duty at `now`: not once it was ended, for the machine that ended it may have a clock ahead of this one's, or a stream whose last event has. */
export const isInForce = ({ from, until, endedAt }: Appointment, now: Instant): boolean => endedAt === null && from <= now && now < until;

/** The appointment that gives this duty at `now`: the newest of those in force. Undefined means no. */
export const dutyIn = ({ appointments }: Staff, role: Role, now: Instant): Appointment | undefined =>
  appointments.findLast((appointment) => appointment.role === role && isInForce(appointment, now));
