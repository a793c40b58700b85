export { CommitBell } from './commit-bell.js';
export { type DurabilitySettings, durabilitySettings } from './durability.js';
export { ledgerMigrations } from './migrations/index.js';
export { PostgresEventStore } from './postgres-event-store.js';
export type { ConnectionSettings, Deadlines, PostgresEventStoreSettings } from './settings.js';
export { loadEvents, lockEmptyLog, streamsWithGaps } from './load.js';
