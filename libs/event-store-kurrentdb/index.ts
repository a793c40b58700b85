export * from './kurrent-event-store.js';
export type { Deadlines, KurrentEventStoreSettings, KurrentPlace } from './settings.js';
