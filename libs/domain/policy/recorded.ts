import { nullable, text } from '../codec/index.js';

/** How the version of the policy whose numbers bounded a decision is stored. Null in what was written before decisions of its kind said so: only `cn-1` had been published then, but an event is not made to say what it did not. */
export const policy = nullable(text);

/** Lifts what did not say so by one version. */
export const unsaidPolicy = (json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({ ...json, policy: null });
