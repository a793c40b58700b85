export * from './allows.js';
export * from './basis.js';
export * from './codec.js';
export * from './events.js';
export * from './view-disclosed.js';
