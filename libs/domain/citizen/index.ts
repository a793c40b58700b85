export * from './citizen.js';
export * from './codec.js';
export * from './events.js';
export * from './evolve.js';
