/** How often it is asked whether what was just done can be read, after how long it is said that this takes longer, and how often it is asked then; in milliseconds. */
export const [EVERY, PATIENCE, SELDOM] = [1_000, 12_000, 20_000];

/** How often it is asked anew while a server that is behind answers nothing: each time is three tries already (`queries.ts`), and it has enough to do. */
export const WHILE_BEHIND = 3_000;
