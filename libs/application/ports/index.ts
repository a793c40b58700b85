export * from './clock.js';
export * from './identity-source.js';
export * from './read-models.js';
