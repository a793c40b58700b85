import type { AnyEvent } from '../../../libs/domain/catalogue.js';
import type { EventStore } from '../../../libs/event-store/index.js';
import { MINUTE, plus, SECOND } from '../../../libs/kernel/index.js';
import { consent, consentEvents, enrolled, NOON, refusedView, sampleEvents, viewed } from '../../contract/read-models/facts.js';
import { appendOf, at } from '../../kit/long-log.js';

/** The one person whom many look at, and the consent of theirs that is used most. */
export const BUSY = 1;

/** The `n`-th household's history: an enrolment, six samples with results, one of them corrected, a consent that is used, abused and, for every second one, revoked. */
export function household(n: number): readonly AnyEvent[] {
  const parties = { by: n + 1, of: n };
  const { requested, opened, granted, revoked } = consentEvents(n, parties);
  const samples = Array.from({ length: 5 }, (_, k) => sampleEvents(n * 5 + k, n)).flatMap(({ registered, recorded }) => [registered, recorded]);
  const looks = [viewed(consent(n), parties), viewed(consent(n), parties), refusedView(consent(n), n + 2, n), refusedView(consent(n), n + 3, null)];
  const busy = n % 20 === 0 ? viewed(consent(BUSY), { by: BUSY + 1, of: BUSY }) : sampleEvents(n * 5, n).corrected;
  return [enrolled(n), ...samples, requested, opened, granted, ...looks, busy, n % 2 === 0 ? revoked : viewed(consent(n), parties)];
}

/** Events that a household makes. */
export const A_HOUSEHOLD = 20;

/** Households in one page of appends. */
const PAGE = 200;

/** Writes about `count` events through the store, recorded three a second, every hundredth by a clock that is two minutes late. */
export async function writeLog(store: EventStore, count: number, progress: (written: number) => void): Promise<void> {
  for (let from = 1; from * A_HOUSEHOLD <= count; from += PAGE) {
    const events = Array.from({ length: PAGE }, (_, k) => household(from + k)).flat();
    const timed = events.map((event, k) => {
      const time = plus(NOON, Math.floor(((from * A_HOUSEHOLD + k) * SECOND) / 3));
      return at(event, k % 100 === 0 ? plus(time, -2 * MINUTE) : time);
    });
    for (const verdict of await store.appendAll(timed.map(appendOf))) if (verdict.kind !== 'appended') throw new Error(`the log was not written: ${verdict.kind}`);
    progress(from * A_HOUSEHOLD);
  }
}
