// Breaks nobody-knows-the-pages.
export { page } from '../../../web/src/citizen/page.js';
