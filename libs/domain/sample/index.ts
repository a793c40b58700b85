export * from './codec.js';
export * from './events.js';
export * from './sampling-code.js';
