export { type Connection, xinma, type XinmaClient } from './client.js';
export { readLines, type ReadPath, streamLines, type StreamOptions, type StreamPath } from './lines.js';
export { type Problem, Refused } from './problem.js';
export type { components, operations, paths } from './schema.js';
