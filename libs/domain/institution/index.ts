export * from './codec.js';
export * from './events.js';
export * from './institution.js';
export * from './written.js';
