import type { Refused } from '../kernel/index.js';
import type { RefusalCode } from './refusal-codes.js';

/** A "no" and what may be told besides: of `outside-grant`, the holder's own terms. */
export interface Refusal extends Refused<RefusalCode> {
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a use case answers: a value, or a refusal with a closed code. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Refusal;

/** A use case that went through. */
export const done = <T>(value: T): { readonly kind: 'done'; readonly value: T } => ({ kind: 'done', value });
