import { MemoryEventStore } from '../../libs/event-store-memory/index.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('The store in memory', async () => {
  const store = new MemoryEventStore();
  return { store, close: () => store.close() };
});
