import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import type { AnyEvent } from '../../../../libs/domain/catalogue.js';
import { plus } from '../../../../libs/kernel/index.js';
import { A_HOUSEHOLD, household } from '../../../bench/replay/log.js';
import { NOON } from '../../../contract/read-models/facts.js';
import { appendOf, at } from '../../../kit/long-log.js';
import type { Database } from './database.js';

/** A stretch of the log that nobody of the town wrote. */
export interface Filled {
  /** The last position before it, and how many events it is. */
  readonly after: number;
  readonly ids: readonly string[];
  /** What must be in the read models of it. */
  readonly rows: FilledRows;
}

/** Rows by table; of access logs, views and refusals. */
export interface FilledRows {
  readonly proxyView: number;
  readonly accessLog: number;
  readonly standing: number;
}

/** Households in one page of appends. */
const PAGE = 200;

/** Between two events, in milliseconds: a million of them fit into the day that their consents last. */
const STEP = 50;

/** Appends so many events (a multiple of a page) of people whom nobody knows: enrolled, tested, looked at, refused. `from`: where the log ends. */
export async function fillLog(database: Database, count: number, progress: (written: number) => void): Promise<Filled> {
  const store = new PostgresEventStore({ connection: database.connections.api });
  try {
    const [after, ids, tally] = [Number(await store.head()), [] as string[], new Tally()];
    for (let from = 1; ids.length < count; from += PAGE) {
      const events = Array.from({ length: PAGE }, (_, index) => household(from + index)).flat();
      const appends = events.map((event, index) => appendOf(at(event, plus(NOON, (from * A_HOUSEHOLD + index) * STEP))));
      const odd = (await store.appendAll(appends)).find(({ kind }) => kind !== 'appended');
      if (odd !== undefined) throw new Error(`the log was not filled: ${odd.kind}`);
      ids.push(...appends.flatMap((append) => append.events.map(({ id }) => id)));
      for (const event of events) tally.add(event);
      progress(ids.length);
    }
    return { after, ids, rows: tally.rows };
  } finally {
    await store.close();
  }
}

/** Counts by hand what each event leaves. */
class Tally {
  private readonly counts = { proxyView: 0, accessLog: 0, standing: 0 };

  get rows(): FilledRows {
    return { ...this.counts };
  }

  add({ type, data }: AnyEvent): void {
    if (type === 'ConsentGranted') this.counts.proxyView += 1;
    if (type === 'ConsentRevoked') this.counts.proxyView -= 1;
    if (type === 'ResultRecorded') this.counts.standing += 1;
    if (type === 'ViewDisclosed' || (type === 'ViewRefused' && 'subject' in data && data.subject !== null)) this.counts.accessLog += 1;
  }
}

/** Ids of the people, consents and samples of a fill begin so; all others are random. */
export const NOBODY = '0'.repeat(20);
