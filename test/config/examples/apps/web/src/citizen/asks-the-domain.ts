// Breaks pages-know-the-client-only.
export { CN_1 } from '../../../../../../../libs/domain/policy/cn-1.js';
