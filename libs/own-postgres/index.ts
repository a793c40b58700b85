export { holds, ownConnections, type Part } from './connections.js';
export { inspect } from './inspect.js';
