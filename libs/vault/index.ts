export * from './blind-index.js';
export * from './fresh-bytes.js';
export * from './key-ring.js';
export * from './memory-vault.js';
export * from './sealing.js';
export * from './vault.js';
