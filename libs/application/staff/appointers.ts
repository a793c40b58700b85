import { dutyIn } from '../../domain/staff/index.js';
import type { Instant, StaffId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import { streams } from '../streams.js';
import { staffAggregate } from './staff-aggregate.js';

/** Far more than any office has: who appoints in circles is not followed for ever. */
const MOST = 16;

/** Whose hand a registrar has the duty from that is in force, and they theirs, up to the server; nearest first. */
export async function appointersOf(ledger: Ledger, registrar: StaffId, now: Instant): Promise<readonly StaffId[]> {
  const line: StaffId[] = [];
  let next = await appointerOf(ledger, registrar, now);
  while (next !== null && !line.includes(next) && line.length < MOST) {
    line.push(next);
    next = await appointerOf(ledger, next, now);
  }
  return line;
}

/** Of whoever is off duty by now, the last one counts. */
async function appointerOf(ledger: Ledger, registrar: StaffId, now: Instant): Promise<StaffId | null> {
  const { state } = await ledger.load(staffAggregate, streams.staff(registrar));
  return (dutyIn(state, 'registrar', now) ?? state.appointments.findLast(({ role }) => role === 'registrar'))?.by ?? null;
}
