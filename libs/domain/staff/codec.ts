import { InstitutionId, StaffId } from '../../kernel/index.js';
import { count, eventCodec, nullable, oneOf, parsed, time } from '../codec/index.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import { ROLES, type StaffEvent } from './events.js';

const staff = parsed(StaffId);

/** How appointments are stored. */
export const staffCodec = eventCodec<StaffEvent>({
  StaffAppointed: {
    version: 2,
    clear: { staff, ordinal: count, role: oneOf(...ROLES), institution: parsed(InstitutionId), from: time, until: time, by: nullable(staff), policy, at: time },
    sealed: {},
    upcasters: { 1: unsaidPolicy },
  },
  AppointmentEnded: { version: 1, clear: { staff, ordinal: count, by: nullable(staff), at: time }, sealed: {} },
});
