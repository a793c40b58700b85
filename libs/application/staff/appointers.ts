import { dutyIn } from '../../domain/staff/index.js';
import type { Instant, StaffId } from '../../kernel/index.js';
import type { Ledger } from '../ledger/index.js';
import { streams } from '../streams.js';
import { staffAggregate } from './staff-aggregate.js';

/** Far more hands than any duty comes by. */
const MOST = 16;

/** True where neither of two registrars appointed the other, nor anybody both, over however many others up to the server; not where that cannot be seen. */
export async function areOfDifferentHands(ledger: Ledger, now: Instant, one: StaffId, other: StaffId): Promise<boolean> {
  const [line, others] = await Promise.all([lineOf(ledger, now, one), lineOf(ledger, now, other)]);
  return line !== undefined && others !== undefined && !line.some((hand) => others.includes(hand));
}

/**
 * A registrar, whose hand they have the duty from that is in force, and they theirs, up to the server, which is no member: it would make one pair of eyes of all.
 * Undefined where the server is not reached over as many hands as are followed, or never, because they go in a circle.
 */
async function lineOf(ledger: Ledger, now: Instant, registrar: StaffId): Promise<readonly StaffId[] | undefined> {
  const line = [registrar];
  for (let hand = await appointerOf(ledger, registrar, now); hand !== null; hand = await appointerOf(ledger, hand, now)) {
    if (line.includes(hand) || line.length > MOST) return undefined;
    line.push(hand);
  }
  return line;
}

/** Of whoever is off duty by now, the last one counts. */
async function appointerOf(ledger: Ledger, registrar: StaffId, now: Instant): Promise<StaffId | null> {
  const { state } = await ledger.load(staffAggregate, streams.staff(registrar));
  return (dutyIn(state, 'registrar', now) ?? state.appointments.findLast(({ role }) => role === 'registrar'))?.by ?? null;
}
