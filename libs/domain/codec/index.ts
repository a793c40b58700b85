export * from './event-codec.js';
export * from './field.js';
