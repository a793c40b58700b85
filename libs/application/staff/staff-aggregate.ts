import { evolve, NO_STAFF, type Staff, staffCodec, type StaffEvent } from '../../domain/staff/index.js';
import type { Aggregate } from '../ledger/index.js';

/** Members of staff, as the ledger loads and records them. */
export const staffAggregate: Aggregate<Staff, StaffEvent> = { codec: staffCodec, initial: NO_STAFF, evolve };
