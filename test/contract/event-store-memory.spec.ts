import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import { farContract } from './event-store/far.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('The store in memory', async () => {
  const store = new MemoryEventStore();
  return {
    store,
    beside: () => store,
    commitsLate: async (append) => async () => {
      await store.append(append);
    },
    close: () => store.close(),
  };
});

farContract('The store in memory', async (beginning) => {
  const store = new MemoryEventStore(beginning);
  return { store, close: () => store.close() };
});
