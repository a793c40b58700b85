import { visible } from '../words/visible.js';

/** How long a label may be. */
export const LABEL_LENGTH = 40;

/** What somebody calls another, as it is kept; nothing where nothing of it is seen. */
export const ownWord = (typed: string): string => visible(typed).trim();
