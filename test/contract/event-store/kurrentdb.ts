import { KurrentEventStore, type KurrentPlace } from '../../../libs/event-store-kurrentdb/index.js';
import type { Opened } from './opened.js';

/** A double beside its client on a busy machine is slow: what is a deadline elsewhere is none here. */
const DEADLINES = { append: 60_000, read: 60_000 };

/** The store in KurrentDB for the contract: those beside it have connections and queues of their own, as other processes have. */
export function openKurrent(place: KurrentPlace, drop: () => Promise<void> = async () => undefined): Opened {
  const store = new KurrentEventStore({ place, deadlines: DEADLINES });
  const stores = [store];
  return {
    store,
    beside: () => {
      const other = new KurrentEventStore({ place, deadlines: DEADLINES });
      stores.push(other);
      return other;
    },
    // Nobody sees an append there before it is committed, and none is begun that waits.
    commitsLate: async (append) => async () => {
      await store.append(append);
    },
    close: async () => {
      await Promise.all(stores.map((each) => each.close()));
      await drop();
    },
  };
}
