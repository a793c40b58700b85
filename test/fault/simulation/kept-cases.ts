import type { Case } from './plan.js';

/** A case that once went wrong and never may again. */
export interface KeptCase extends Case {
  /** What went wrong then, in a sentence. */
  readonly was: string;
}

/** Cases as `npm run simulate` prints them when it has shrunk one. The plan that a seed makes changes with `plan.ts`: a case that is kept says what it was. */
export const KEPT: readonly KeptCase[] = [];
