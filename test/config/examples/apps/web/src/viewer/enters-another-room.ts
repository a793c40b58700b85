// Breaks pages-of-a-room-are-its-own.
export { page } from '../citizen/page.js';
