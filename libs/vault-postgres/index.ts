export * from './postgres-vault.js';
export * from './key-copies.js';
