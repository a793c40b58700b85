import fc from 'fast-check';
import { type AnyEvent, CODECS } from '../../libs/domain/catalogue.js';
import type { Append, StreamName } from '../../libs/event-store/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import { type Instant, MINUTE, plus } from '../../libs/kernel/index.js';
import { consent, consentEvents, enrolled, guardianship, guardianshipEvents, NOON, refusedView, viewed } from '../contract/read-models/facts.js';
import { newEvent } from './recorded.js';

/** Something about access, recorded some minutes after the clock of the log or before it, and how many events follow that are about nobody's access. */
export interface Happening {
  readonly what: 'requested' | 'opened' | 'granted' | 'declined' | 'revoked' | 'viewed' | 'refused' | 'refused-nobody' | 'confirmed' | 'suspended' | 'reinstated' | 'guardian-viewed';
  readonly which: number;
  readonly skew: number;
  readonly meanwhile: number;
}

const what = fc.constantFrom<Happening['what']>('requested', 'opened', 'granted', 'granted', 'declined', 'revoked', 'viewed', 'viewed', 'viewed', 'refused', 'refused-nobody', 'confirmed', 'suspended', 'reinstated', 'guardian-viewed');
const happening = fc.record({ what, which: fc.integer({ min: 1, max: 4 }), skew: fc.constantFrom(-30, -2, 0, 0, 0, 3, 45), meanwhile: fc.constantFrom(0, 1, 20, 60) });

/** Histories of one to some five thousand events, long enough for several pages of the log. */
export const longHistories: fc.Arbitrary<readonly Happening[]> = fc.array(happening, { minLength: 30, maxLength: 130, size: 'max' });

const KINDS: Readonly<Record<Happening['what'], (n: number) => AnyEvent>> = {
  requested: (n) => consentEvents(n, { by: 9, of: n }).requested,
  opened: (n) => consentEvents(n, { by: 9, of: n }).opened,
  granted: (n) => consentEvents(n, { by: 9, of: n }).granted,
  declined: (n) => consentEvents(n, { by: 9, of: n }).declined,
  revoked: (n) => consentEvents(n, { by: 9, of: n }).revoked,
  viewed: (n) => viewed(consent(n), { by: 9, of: n }),
  refused: (n) => refusedView(consent(n), 8, n),
  'refused-nobody': (n) => refusedView(consent(n), 8, null),
  confirmed: (n) => guardianshipEvents(n, { by: 9, of: n }).confirmed,
  suspended: (n) => guardianshipEvents(n, { by: 9, of: n }).suspended,
  reinstated: (n) => guardianshipEvents(n, { by: 9, of: n }).reinstated,
  'guardian-viewed': (n) => viewed(guardianship(n), { by: 9, of: n }),
};

/** The event, recorded at this time. */
export const at = (event: AnyEvent, time: Instant): AnyEvent => ({ ...event, data: { ...event.data, at: time } }) as AnyEvent;

/** The history as events: a minute passes with each happening; clocks of several machines do not agree. */
export const eventsOf = (history: readonly Happening[]): readonly AnyEvent[] =>
  history.flatMap(({ what, which, skew, meanwhile }, minute) => {
    const now = plus(NOON, minute * MINUTE);
    return [at(KINDS[what](which), plus(now, skew * MINUTE)), ...Array.from({ length: meanwhile }, (_, n) => at(enrolled(100 + n), now))];
  });

const CATEGORIES = new Map<string, string>(Object.entries(CODECS).flatMap(([category, { types }]) => types.map((type: string) => [type, category] as const)));

/** An append of an event to the one stream of its kind: for tests to which streams do not matter, but whose events are read by their kind. */
export const appendOf = (event: AnyEvent): Append => ({ stream: `${CATEGORIES.get(event.type) ?? ''}-any` satisfies StreamName, expected: 'any', events: [newEvent(event)] });

/** The history as a log, with the recorded time of each event. */
export async function logOf(history: readonly Happening[]): Promise<{ readonly store: MemoryEventStore; readonly times: readonly Instant[] }> {
  const events = eventsOf(history);
  const store = new MemoryEventStore();
  await store.appendAll(events.map(appendOf));
  return { store, times: events.map(({ data }) => data.at) };
}
