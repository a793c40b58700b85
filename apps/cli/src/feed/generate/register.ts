import type { Recording } from '../../../../../libs/application/ledger/index.js';
import type { DomainEvent } from '../../../../../libs/domain/codec/index.js';
import { type Desk, recordFirst } from './desk.js';
import { enrolment, reservation, residentOf, tubesOf } from './resident.js';
import type { Town } from './town.js';

/** What became of some people's tubes: registered, or not because the document, code or barcode is somebody else's. */
export interface Registered {
  readonly tubes: number;
  readonly turnedAway: number;
}

/**
 * Enrols people at the counter, prints each a card and registers the tubes that its codes are used for. The log gets what the use cases put there one by one,
 * decided by the same rules, in pages; ids derive from the seed, so that a second run finds everything there and adds nothing.
 */
export async function registerPeople(desk: Desk, town: Town, people: readonly number[]): Promise<Registered> {
  const coming = people.map((person) => residentOf(desk, town, person));
  const reserved = await standing(desk, coming, (resident) => reservation(desk, resident));
  const enrolled = await standing(desk, reserved, (resident) => enrolment(desk, resident));
  const tubes = enrolled.flatMap((resident) => tubesOf(desk, town, resident));
  // The use goes in first, as where a clinic scans.
  const scanned = await standing(desk, tubes, ({ code }) => code);
  const registered = await standing(desk, scanned, ({ sample }) => sample);
  const due = coming.reduce((sum, { rows }) => sum + rows.length, 0);
  return { tubes: registered.length, turnedAway: due - registered.length };
}

/** Those whose events stand in the log. */
async function standing<T, State, Event extends DomainEvent>(desk: Desk, items: readonly T[], recordingOf: (item: T) => Recording<State, Event>): Promise<readonly T[]> {
  const stands = await recordFirst(desk, items.map(recordingOf));
  return items.filter((_, index) => stands[index] === true);
}
