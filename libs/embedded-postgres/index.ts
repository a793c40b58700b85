export * from './cluster.js';
export * from './connections.js';
export { removeCluster } from './folder.js';
export * from './migrate.js';
export { withClient } from './roles.js';
