import { accepted, DAY, type Decision, type Instant, type InstitutionId, plus, refused, type StaffId } from '../../kernel/index.js';
import type { Policy } from '../policy/cn-1.js';
import type { Role, StaffEvent } from './events.js';
import { isInForce, type Staff } from './staff.js';

/** Why an appointment was refused. `conflict-of-interest`: staff act neither on themselves nor on a person with whom they have a private tie. */
export type StaffRefusal = 'conflict-of-interest' | 'appointment-length' | 'not-appointed';

type StaffDecision = Decision<StaffEvent, StaffRefusal>;

/** A duty is given from `at` for whole days. `by` is null on the server; `tied`: the two have, or lately had, a private tie. */
export interface Appoint {
  readonly staff: StaffId;
  readonly role: Role;
  readonly institution: InstitutionId;
  readonly days: number;
  readonly by: StaffId | null;
  readonly tied: boolean;
  readonly at: Instant;
}

/** Gives the duty; nobody appoints themselves or somebody close. */
export function appoint(command: Appoint, { appointments }: Staff, policy: Policy): StaffDecision {
  const { staff, role, institution, days, by, tied, at } = command;
  if (by === staff || tied) return refused('conflict-of-interest');
  const length = days * DAY;
  if (!Number.isSafeInteger(days) || days < 1 || length > policy.staff.longestAppointment) return refused('appointment-length', 'days');
  const ordinal = appointments.length + 1;
  return accepted({ type: 'StaffAppointed', data: { staff, ordinal, role, institution, from: at, until: plus(at, length), by, policy: policy.version, at } });
}

/** Takes a duty back before its end: every appointment to this role at this institution that is in force. */
export interface EndAppointment {
  readonly staff: StaffId;
  readonly role: Role;
  readonly institution: InstitutionId;
  readonly by: StaffId | null;
  readonly at: Instant;
}

/** Ends what is in force of this duty; what has ended already changes nothing. */
export function endAppointment({ staff, role, institution, by, at }: EndAppointment, { appointments }: Staff): StaffDecision {
  if (by === staff) return refused('conflict-of-interest');
  const held = appointments.filter((each) => each.role === role && each.institution === institution);
  if (held.length === 0) return refused('not-appointed');
  return accepted(...held.filter((each) => isInForce(each, at)).map(({ ordinal }): StaffEvent => ({ type: 'AppointmentEnded', data: { staff, ordinal, by, at } })));
}
