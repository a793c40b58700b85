export * from './blind-index.js';
export * from './vault.js';
