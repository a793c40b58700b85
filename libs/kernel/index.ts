export * from './brand.js';
export * from './coalesced.js';
export * from './decision.js';
export * from './ids.js';
export * from './instant.js';
export * from './private.js';
export * from './turns.js';
