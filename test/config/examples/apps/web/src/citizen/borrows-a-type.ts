// Breaks pages-know-no-types-of-the-server.
export type { Policy } from '../../../../../../../libs/domain/policy/cn-1.js';
