export * from './brand.js';
export * from './decision.js';
export * from './ids.js';
export * from './instant.js';
export * from './private.js';
