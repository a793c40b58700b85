export * from './cluster.js';
export * from './connections.js';
export * from './migrate.js';
export { withClient } from './roles.js';
