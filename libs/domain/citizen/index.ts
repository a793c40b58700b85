export * from './citizen.js';
export * from './codec.js';
export * from './decide.js';
export * from './events.js';
export * from './evolve.js';
export * from './identity.js';
export * from './mask.js';
export * from './resident-id.js';
