export { Double } from './double.js';
export * from './faults.js';
