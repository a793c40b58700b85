export * from './clock.js';
export * from './identity-source.js';
export * from './page-digests.js';
export * from './read-models.js';
