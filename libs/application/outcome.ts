import type { Refused } from '../kernel/index.js';
import type { RefusalCode } from './refusal-codes.js';

/** What a use case answers: a value, or a refusal with a closed code. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Refused<RefusalCode>;

/** A use case that went through. */
export const done = <T>(value: T): { readonly kind: 'done'; readonly value: T } => ({ kind: 'done', value });
