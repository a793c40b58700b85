import { InstitutionId, StaffId } from '../../kernel/index.js';
import { count, eventCodec, nullable, oneOf, parsed, time } from '../codec/index.js';
import { ROLES, type StaffEvent } from './events.js';

const staff = parsed(StaffId);

/** How appointments are stored. */
export const staffCodec = eventCodec<StaffEvent>({
  StaffAppointed: {
    version: 1,
    clear: { staff, ordinal: count, role: oneOf(...ROLES), institution: parsed(InstitutionId), from: time, until: time, by: nullable(staff), at: time },
    sealed: {},
  },
  AppointmentEnded: { version: 1, clear: { staff, ordinal: count, by: nullable(staff), at: time }, sealed: {} },
});
