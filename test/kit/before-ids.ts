import { readMetadata } from '../../libs/application/ledger/metadata.js';
import type { EventStore, NewEvent } from '../../libs/event-store/index.js';
import { institutions } from './institutions.js';

/** An event as it was written before institutions had ids: by their names, in the version before; one that says none, as it is. */
export function asBefore<E extends NewEvent>(event: E): E {
  const today = Buffer.from(event.data).toString('utf8');
  const before = institutions().reduce((text, [id, name]) => text.replaceAll(`"${id}"`, `"${name}"`), today);
  if (before === today) return event;
  const metadata = readMetadata(event.metadata);
  return { ...event, data: Buffer.from(before), metadata: Buffer.from(JSON.stringify({ ...metadata, v: metadata.v - 1 })) };
}

/** Whatever `work` appends to this store is written as before. */
export async function before<T>(store: EventStore, work: () => Promise<T>): Promise<T> {
  const appendAll = store.appendAll.bind(store);
  store.appendAll = (appends) => appendAll(appends.map((append) => ({ ...append, events: append.events.map(asBefore) })));
  try {
    return await work();
  } finally {
    store.appendAll = appendAll;
  }
}
