import { PostgresEventStore, type PostgresEventStoreSettings } from '../../../libs/event-store-postgres/index.js';
import { type Turn, write } from './writers.js';

/** What a child is told: once where the log is, then turn by turn. */
export type Told = { readonly open: PostgresEventStoreSettings } | { readonly turn: Turn } | 'end';

let store: PostgresEventStore | undefined;

process.on('message', (message) => {
  void obey(message as Told);
});

async function obey(told: Told): Promise<void> {
  if (told === 'end') {
    await store?.close();
    process.exit(0);
  } else if ('open' in told) {
    store = new PostgresEventStore(told.open);
    process.send?.('open');
  } else if (store !== undefined) process.send?.(await write(store, told.turn));
}
