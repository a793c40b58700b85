/** What no line of text has: controls, and marks that turn the direction of what stands beside it. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What somebody wrote, without what nobody sees and what would show it otherwise than it is. */
export const visible = (typed: string): string => typed.replaceAll(UNSEEN, '');
