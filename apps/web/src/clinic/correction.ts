import type { components } from '../../../../libs/client/schema.js';

/** What a result should have been. */
export type Correction = components['schemas']['CorrectionBody'];

/** What is filled in. */
export type CorrectionKey = keyof Correction;
type Typed = Readonly<Record<CorrectionKey, string>>;

/** Nothing filled in: which result was meant is never guessed. */
export const UNCORRECTED: Typed = { result: '', test: 'LP6464-4', collectedAt: '', reportedAt: '', reason: '' };

const REQUIRED = [
  ['result', 'resultEmpty'],
  ['collectedAt', 'timeEmpty'],
  ['reportedAt', 'timeEmpty'],
  ['reason', 'reasonEmpty'],
] as const;

const ORDER = ['reportedAt', 'timeOrder'] as const;

/** What is missing, and what cannot be whatever time it is. */
export function correctionFaults(typed: Typed): readonly (typeof ORDER | (typeof REQUIRED)[number])[] {
  const missing = REQUIRED.filter(([name]) => typed[name].trim() === '');
  // Times of one zone, as fields have them: the earlier one is the smaller text.
  return typed.reportedAt !== '' && typed.reportedAt < typed.collectedAt ? [...missing, ORDER] : missing;
}

/** A time of Shanghai, as a field has it, with its zone. */
const zoned = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

const RESULTS: readonly Correction['result'][] = ['260415000', '260373001', '419984006'];

/** As it is sent. */
export const correctionOf = ({ test, result, collectedAt, reportedAt, reason }: Typed): Correction => ({
  test: test === 'LP217198-3' ? 'LP217198-3' : 'LP6464-4',
  result: RESULTS.find((one) => one === result) ?? '419984006',
  collectedAt: zoned(collectedAt),
  reportedAt: zoned(reportedAt),
  reason: reason.trim(),
});
