// Breaks what-pages-share-knows-no-room.
export { page } from '../citizen/page.js';
