export * from './configuration.js';
export { type DatabaseConfiguration, type DatabasePlace, DATABASE_PASSWORDS, type DatabaseRole } from './database.js';
export { type EventStoreName, type KurrentConfiguration, type KurrentNode, readKurrent } from './kurrentdb.js';
export { hasMasterKey, type MasterKeySource, masterKeyFile, withSomeKey } from './master-key.js';
export type { OidcConfiguration } from './oidc.js';
export * from './problem.js';
export * from './production.js';
