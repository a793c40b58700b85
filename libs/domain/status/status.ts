import { type Instant, plus, type SampleId } from '../../kernel/index.js';
import type { Policy, StatusLine } from '../policy/cn-1.js';

/** The closed set of what a code can say. Nobody sets one. */
export const STATUSES = ['clear', 'retest', 'positive', 'no-current-result'] as const;
export type Status = (typeof STATUSES)[number];

/** A standing result, opened: SNOMED CT `result`, and when its sample was taken. */
export interface Evidence {
  readonly sample: SampleId;
  readonly result: string;
  readonly collectedAt: Instant;
}

/** What the rule `rule` says: `status` holds in [since, validUntil) unless a newer result comes; `evidence` is the sample it rests on. */
export type HealthStatus =
  | { readonly status: Exclude<Status, 'no-current-result'>; readonly rule: string; readonly since: Instant; readonly validUntil: Instant; readonly evidence: SampleId }
  | { readonly status: 'no-current-result'; readonly rule: string; readonly since: null; readonly validUntil: null; readonly evidence: null };

/**
 * The status at `now` of somebody with these standing results, in any order. Only the newest counts, by the time it was collected; of several collected at
 * one instant, the most protective: the earliest line of the rule, and before all lines a result that the rule does not know, which gives nothing. A result
 * collected after `now` is not there yet.
 */
export function statusOf(results: readonly Evidence[], now: Instant, policy: Policy): HealthStatus {
  const rule = policy.version;
  const none = { status: 'no-current-result', rule, since: null, validUntil: null, evidence: null } as const;
  const [newest] = results
    .filter(({ collectedAt }) => collectedAt <= now)
    .toSorted((a, b) => b.collectedAt - a.collectedAt || rank(policy, a) - rank(policy, b) || bySample(a, b));
  const line = newest === undefined ? undefined : lineOf(policy, newest);
  if (newest === undefined || line === undefined) return none;
  const validUntil = plus(newest.collectedAt, line.lasts);
  if (now >= validUntil) return none;
  return { status: line.gives, rule, since: newest.collectedAt, validUntil, evidence: newest.sample };
}

const lineOf = ({ status }: Policy, { result }: Evidence): StatusLine | undefined => status.find((line) => line.result === result);

const rank = ({ status }: Policy, { result }: Evidence): number => status.findIndex((line) => line.result === result);

/** So that the evidence named does not depend on the order of the input. */
const bySample = (a: Evidence, b: Evidence): number => (a.sample < b.sample ? -1 : 1);
