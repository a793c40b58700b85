import type { ReadModels } from '../../../libs/application/ports/index.js';
import type { EventStore } from '../../../libs/event-store/index.js';

/** What `xinma status` asks. */
export interface StatusCommand {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly write: (line: string) => void;
}

/** Writes where the log and the read models are, how far apart, and how many rows each table has. */
export async function status({ store, readModels, write }: StatusCommand): Promise<void> {
  // The read models first: asked the other way round, they could be ahead of a head that was true a moment before.
  const { position, counts } = await readModels.status();
  const head = await store.head();
  const line = (name: string, value: string): void => write(`${name.padEnd(16)} ${value.padStart(9)}`);
  line('log', head.toString());
  line('read models', position.toString());
  line('lag', `${head - position} ${store.isGapless() ? 'events' : 'positions'}`);
  for (const [table, rows] of Object.entries(counts)) line(table, `${rows} rows`);
}
