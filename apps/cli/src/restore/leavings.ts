import { CHAIN_START, lineOf, link, readLog } from '../../../../libs/backup/index.js';
import type { RecordedEvent } from '../../../../libs/event-store/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import type { Owned } from './ground.js';
import type { Source } from './source.js';

/**
 * How many events a cut restore of this backup left: none, or as many as stand in it, byte for byte. Rejects where the log has anything else: it was recorded since, or
 * comes from another backup, and would be lost.
 */
export async function leavings(at: Pick<Owned, 'owner'>, { log, manifest }: Pick<Source, 'log' | 'manifest'>): Promise<bigint> {
  const store = new PostgresEventStore({ connection: at.owner, deadlines: { read: 60_000 } });
  try {
    const head = await store.head();
    const [here, there] = [await chainOf(store.readThrough(0n, head)), await chainOf(beginning(readLog(log, manifest), head))];
    if (here !== there) throw new Error(`${OTHERS}. ${KEEP}`);
    return head;
  } finally {
    await store.close();
  }
}

const OTHERS = 'a restore was cut here, and the log has events that are not in this backup: they would be lost';
const KEEP = 'Restore into a new folder (XINMA_HOME) or new databases; xinma backup, into a new folder, keeps what is here';

async function chainOf(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<string> {
  let chain = CHAIN_START;
  for await (const page of pages) chain = page.map(lineOf).reduce(link, chain);
  return chain;
}

async function* beginning(pages: AsyncIterable<readonly RecordedEvent[]>, head: bigint): AsyncGenerator<readonly RecordedEvent[]> {
  for await (const page of pages) yield page.filter(({ position }) => position <= head);
}
