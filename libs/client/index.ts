export { type Connection, xinma, type XinmaClient } from './client.js';
export { readLines, streamLines } from './lines.js';
export { type ReadPath, sendLines, type StreamOptions, type StreamPath } from './sent-lines.js';
export { type Problem, Refused } from './problem.js';
export type { components, operations, paths } from './schema.js';
