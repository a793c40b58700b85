/** What no line of text has: controls, and marks that turn the direction of what stands beside it. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** How long a label may be. */
export const LABEL_LENGTH = 40;

/** What somebody calls another, as it is kept; nothing where nothing of it is seen. */
export const ownWord = (typed: string): string => typed.replaceAll(UNSEEN, '').trim();
