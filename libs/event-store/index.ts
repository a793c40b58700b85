export * from './admission.js';
export * from './event-store.js';
