import {
  accepted,
  type CitizenId,
  type Decision,
  type InstitutionId,
  type Instant,
  plus,
  refused,
  type SampleId,
  type SamplingCodeId,
  type StaffId,
} from '../../kernel/index.js';
import type { Policy } from '../policy/cn-1.js';
import type { SamplingCodeEvent } from './events.js';

/** One sampling code, of an app or on a card: good for one tube. */
export type SamplingCode =
  | { readonly status: 'none' }
  | { readonly status: 'issued'; readonly code: SamplingCodeId; readonly citizen: CitizenId; readonly until: Instant | null }
  | { readonly status: 'used'; readonly citizen: CitizenId; readonly until: Instant | null; readonly sample: SampleId };

/** Before anything happened. */
export const NO_SAMPLING_CODE: SamplingCode = { status: 'none' };

/** Unknown, ended and used codes are one refusal; `conflict-of-interest` is for staff who scan their own. */
export type SamplingCodeRefusal = 'code-expired' | 'conflict-of-interest';

/** Folds a code's history. */
export function evolveSamplingCode(before: SamplingCode, { type, data }: SamplingCodeEvent): SamplingCode {
  switch (type) {
    case 'SamplingCodeIssued':
      return { status: 'issued', code: data.code, citizen: data.citizen, until: data.until };
    case 'SamplingCodeUsed':
      return { status: 'used', citizen: data.citizen, until: before.status === 'issued' ? before.until : null, sample: data.sample };
  }
}

/** A code for the citizen's app (ends by itself) or for a card printed at a counter (ends with its use). */
export interface IssueSamplingCode {
  readonly code: SamplingCodeId;
  readonly citizen: CitizenId;
  readonly carrier: 'app' | 'card';
  /** Who printed the card; undefined for an app. */
  readonly by: { readonly registrar: StaffId; readonly office: InstitutionId } | undefined;
  readonly at: Instant;
}

/** Makes a code good for its citizen; one that was issued stays as it is. */
export function issueSamplingCode({ code, citizen, carrier, by, at }: IssueSamplingCode, state: SamplingCode, policy: Policy): Decision<SamplingCodeEvent, never> {
  if (state.status !== 'none') return accepted();
  const until = carrier === 'app' ? plus(at, policy.sample.codeLife) : null;
  const printed = { registrar: by?.registrar ?? null, office: by?.office ?? null };
  return accepted({ type: 'SamplingCodeIssued', data: { code, citizen, carrier, until, ...printed, policy: policy.version, at } });
}

/** A clinic scans it for a tube. `self` is the citizen that the member of staff is, where known. */
export interface UseSamplingCode {
  readonly sample: SampleId;
  readonly clinic: InstitutionId;
  readonly staff: StaffId;
  readonly self: CitizenId | undefined;
  readonly at: Instant;
}

/** One use; scanning it again for the same tube changes nothing, so that an interrupted registration can be finished, also after the code's end. */
export function useSamplingCode({ sample, clinic, staff, self, at }: UseSamplingCode, code: SamplingCode): Decision<SamplingCodeEvent, SamplingCodeRefusal> {
  if (code.status === 'used' && code.sample === sample) return accepted();
  if (code.status !== 'issued' || (code.until !== null && at >= code.until)) return refused('code-expired');
  if (code.citizen === self) return refused('conflict-of-interest');
  return accepted({ type: 'SamplingCodeUsed', data: { code: code.code, citizen: code.citizen, sample, clinic, staff, at } });
}
