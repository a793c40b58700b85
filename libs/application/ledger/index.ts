export * from './aggregate.js';
export * from './ledger.js';
export * from './loaded.js';
export * from './metadata.js';
export * from './perform.js';
