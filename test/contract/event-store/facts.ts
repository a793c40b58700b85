import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Append, EventStore, ExpectedRevision, NewEvent, RecordedEvent, StreamName, Verdict } from '../../../libs/event-store/index.js';
import { EventId } from '../../../libs/kernel/index.js';

/** Gives the store under test, once it is open. */
export type Subject = () => EventStore;

/** Larger than the numbers that a double can tell apart. */
export const PAST_DOUBLES = 2n ** 53n + 1n;

/** A stream nobody else uses. */
export const freshStream = (): StreamName => `test-${randomBytes(16).toString('hex')}`;

/** An event nobody else has. */
export const fact = (data: Uint8Array = randomBytes(12), id = EventId(randomUUID())): NewEvent => ({ id, type: 'SomethingHappened', data, metadata: randomBytes(4) });

/** Several of them. */
export const facts = (count: number): readonly NewEvent[] => Array.from({ length: count }, () => fact());

/** The same event again, as a retry brings it: same id, other bytes. */
export const again = ({ id, type }: NewEvent): NewEvent => ({ ...fact(), id, type });

/** An append. */
export const append = (stream: StreamName, expected: ExpectedRevision, ...events: readonly NewEvent[]): Append => ({ stream, expected, events });

/** A stream with that many events. */
export async function streamOf(store: EventStore, count: number): Promise<{ readonly stream: StreamName; readonly events: readonly NewEvent[] }> {
  const stream = freshStream();
  const events = facts(count);
  if (count > 0) await store.append(append(stream, 'no-stream', ...events));
  return { stream, events };
}

/** What tells events apart, without their place in the log. */
export const idsOf = (events: readonly NewEvent[]): readonly string[] => events.map(({ id }) => id);

/** Revisions, as they come. */
export const revisionsOf = (events: readonly RecordedEvent[]): readonly bigint[] => events.map(({ revision }) => revision);

/** Positions as the port promises them: they grow; where the store has no gaps, one after another from `after` on. */
export function expectInOrder(store: EventStore, positions: readonly bigint[], after = (positions[0] ?? 1n) - 1n): void {
  const grown = positions.filter((position, index) => position > (positions[index - 1] ?? after));
  expect(grown).toEqual(positions);
  if (store.isGapless()) expect(positions).toEqual(positions.map((_, index) => after + BigInt(index + 1)));
}

/** All events after a place, in order. */
export async function eventsAfter(store: EventStore, before: bigint): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let page = await store.readAll(before, 1_000); page.length > 0; page = await store.readAll(events.at(-1)?.position ?? before, 1_000)) events.push(...page);
  return events;
}

/** Positions of all events after a place, in order. */
export const positionsAfter = async (store: EventStore, before: bigint): Promise<readonly bigint[]> => (await eventsAfter(store, before)).map(({ position }) => position);

/** The position that a verdict names. */
export function positionIn(verdict: Verdict): bigint {
  if (verdict.kind !== 'appended') throw new Error(`expected an append to succeed, it was ${verdict.kind}`);
  return verdict.position;
}
