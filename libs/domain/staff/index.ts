export * from './codec.js';
export * from './decide.js';
export * from './events.js';
export * from './evolve.js';
export * from './staff.js';
