import type { InstitutionId, Instant, StaffId } from '../../kernel/index.js';

/** Duties that an appointment gives; never a token claim. */
export const ROLES = ['clinic', 'registrar', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** `staff-<id>`: a duty at one institution, in [from, until). `ordinal` counts the appointments of this member of staff from 1; `by` is null for one made on the server. */
export interface StaffAppointed {
  readonly type: 'StaffAppointed';
  readonly data: {
    readonly staff: StaffId;
    readonly ordinal: number;
    readonly role: Role;
    readonly institution: InstitutionId;
    readonly from: Instant;
    readonly until: Instant;
    readonly by: StaffId | null;
    /** Version of the policy that bounded it; null in what was written before this was recorded. */
    readonly policy: string | null;
    readonly at: Instant;
  };
}

/** A duty was taken back before its end; `by` is null where it was done on the server. */
export interface AppointmentEnded {
  readonly type: 'AppointmentEnded';
  readonly data: { readonly staff: StaffId; readonly ordinal: number; readonly by: StaffId | null; readonly at: Instant };
}

/** Events of a member of staff's stream. */
export type StaffEvent = StaffAppointed | AppointmentEnded;
