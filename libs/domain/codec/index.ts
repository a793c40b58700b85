export { bytesOf } from './bytes.js';
export * from './event-codec.js';
export * from './field.js';
export { Unreadable } from './unreadable.js';
