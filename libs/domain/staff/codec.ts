import { StaffId } from '../../kernel/index.js';
import { count, eventCodec, nullable, oneOf, parsed, time } from '../codec/index.js';
import { idsInstead, institution } from '../institution/written.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import { ROLES, type StaffEvent } from './events.js';

const staff = parsed(StaffId);

/** How appointments are stored. */
export const staffCodec = eventCodec<StaffEvent>({
  StaffAppointed: {
    version: 3,
    clear: { staff, ordinal: count, role: oneOf(...ROLES), institution, from: time, until: time, by: nullable(staff), policy, at: time },
    sealed: {},
    upcasters: { 1: unsaidPolicy, 2: idsInstead('institution') },
    alikeSince: 2,
  },
  AppointmentEnded: { version: 1, clear: { staff, ordinal: count, by: nullable(staff), at: time }, sealed: {} },
});
