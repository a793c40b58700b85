export * from './coalesced.js';
export * from './turns.js';
