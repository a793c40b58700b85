import type { AnyEvent } from '../../libs/domain/catalogue.js';
import type { EventStore, RecordedEvent } from '../../libs/event-store/index.js';
import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import {
  claimEvents,
  consent,
  consentEvents,
  contactChanged,
  enrolled,
  guardianship,
  guardianshipEvents,
  refusedView,
  registrar,
  replayed,
  sampleEvents,
  viewed,
} from '../contract/read-models/facts.js';

/** A history that leaves rows in every table, after a revocation, a correction, a withdrawal and a suspension. */
export function story(): readonly AnyEvent[] {
  const family = { by: 2, of: 1 };
  const [live, revoked, asked, declined] = [7, 8, 9, 10].map((n) => consentEvents(n, family));
  const [first, second] = [claimEvents(1, { by: 3, of: 4 }), claimEvents(2, { by: 3, of: 5 })];
  const [kept, suspended] = [guardianshipEvents(1, { by: 3, of: 4 }), guardianshipEvents(2, { by: 3, of: 5 })];
  const [one, two, three] = [1, 2, 3].map((n) => sampleEvents(n, 1));
  if (!live || !revoked || !asked || !declined || !one || !two || !three) throw new Error('a story with holes');
  const people = [enrolled(1, registrar(3)), enrolled(2), enrolled(3), enrolled(4), enrolled(5), contactChanged(1)];
  const consents = [live.requested, live.opened, live.granted, revoked.requested, revoked.opened, revoked.granted, asked.requested, declined.requested, declined.opened, declined.declined];
  const recordedOnce = [one.codeUsed, one.registered, one.recorded, one.locked];
  const corrected = [two.registered, two.recorded, two.corrected];
  const withdrawn = [three.registered, three.locked, three.released, three.recorded, three.withdrawn];
  const reinstated = [first.claimed, first.dealt(3), first.proposed(3), first.dealt(4), first.countersigned(4), kept.confirmed, kept.suspended, kept.reinstated, first.erased];
  const stillSuspended = [second.claimed, second.proposed(3), second.countersigned(4), suspended.confirmed, suspended.suspended];
  const views = [viewed(consent(7), family), viewed(guardianship(4), { by: 3, of: 4 })];
  const ends = [revoked.revoked, refusedView(consent(8), 2, 1), refusedView(consent(99), 6, null), replayed(1)];
  return [people, consents, recordedOnce, corrected, withdrawn, reinstated, stillSuspended, views, ends].flat();
}

/** A log that gives one event a page. */
export class OneByOne extends MemoryEventStore {
  constructor(private readonly log: EventStore) {
    super();
  }

  override readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.log.readAll(after, Math.min(limit, 1));
  }
}

/** A log in which one event is not what it was. */
export class Damaged extends OneByOne {
  constructor(
    log: EventStore,
    private readonly type: string,
    private readonly damage: (data: string) => string,
  ) {
    super(log);
  }

  override async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    const events = await super.readAll(after, limit);
    return events.map((event) => (event.type === this.type ? { ...event, data: Buffer.from(this.damage(Buffer.from(event.data).toString())) } : event));
  }
}
