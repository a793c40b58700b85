export * from './institution-aggregate.js';
export * from './institutions.js';
