export { type Binaries, findBinaries, rememberBinaries } from './binaries.js';
export * from './cluster.js';
export * from './connections.js';
export { hasCluster, removeCluster } from './folder.js';
export * from './migrate.js';
export { type MigrationClass, MIGRATION_SETS, type MigrationSet } from './migration-sets.js';
export { withClient } from './roles.js';
export { appliedOf, demandSchema, pendingOf, SchemaMismatch } from './schema-state.js';
export type { Session, Sessions } from './sessions.js';
