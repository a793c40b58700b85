import type { CitizenId, InstitutionId, Instant, Private, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';

/** `sampling-<HMAC(code)>`: one use. A code on a printed card has no end; who printed it, a staff act in the citizen's log, is null for one's own app. */
export interface SamplingCodeIssued {
  readonly type: 'SamplingCodeIssued';
  readonly data: {
    readonly code: SamplingCodeId;
    readonly citizen: CitizenId;
    readonly carrier: 'app' | 'card';
    readonly until: Instant | null;
    readonly registrar: StaffId | null;
    readonly office: InstitutionId | null;
    /** Version of the policy that bounded it; null in what was written before this was recorded. */
    readonly policy: string | null;
    readonly at: Instant;
  };
}

/** The code was scanned for this tube; the citizen sees it in their log. Goes in before `SampleRegistered`, which a retry finishes. */
export interface SamplingCodeUsed {
  readonly type: 'SamplingCodeUsed';
  readonly data: {
    readonly code: SamplingCodeId;
    readonly citizen: CitizenId;
    readonly sample: SampleId;
    readonly clinic: InstitutionId;
    readonly staff: StaffId;
    readonly at: Instant;
  };
}

interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: { readonly sample: SampleId; readonly clinic: InstitutionId; readonly citizen: CitizenId; readonly at: Instant } & Data;
}

/** `sample-<HMAC(clinic, barcode)>`: a tube is this person's. `flagged` where the member of staff has a private tie to them: that is no less private than the tie, and sealed. */
export type SampleRegistered = Event<
  'SampleRegistered',
  { readonly staff: StaffId; readonly flagged: Private<boolean>; readonly collectedAt: Private<Instant>; readonly barcode: Private<string> }
>;

/** A test's outcome, as the laboratory reported it: LOINC `test`, SNOMED CT `disease` and `result`; free texts are null where the row had none. */
export interface TestResult {
  readonly test: string;
  readonly disease: string;
  readonly result: string;
  /** When the sample was taken: the row's own `sc` is what counts. */
  readonly collectedAt: Instant;
  readonly reportedAt: Instant;
  readonly testName: string | null;
  readonly manufacturer: string | null;
  readonly centre: string | null;
  readonly country: string | null;
  readonly issuer: string | null;
}

/** The laboratory's result for this tube came in. */
export type ResultRecorded = Event<'ResultRecorded', { readonly result: Private<TestResult> }>;

/** A row's name or birth date was not the person's: nothing more is taken for this tube until a registrar releases it. In the citizen's log. */
export type BarcodeLocked = Event<'BarcodeLocked', object>;

/** A registrar lets rows for a locked tube in again. */
export type BarcodeReleased = Event<'BarcodeReleased', { readonly registrar: StaffId; readonly office: InstitutionId }>;

/** The clinic said what the result should have been, and why. */
export type ResultCorrected = Event<'ResultCorrected', { readonly staff: StaffId; readonly result: Private<TestResult>; readonly reason: Private<string> }>;

/** The clinic took the result back, and said why. */
export type ResultWithdrawn = Event<'ResultWithdrawn', { readonly staff: StaffId; readonly reason: Private<string> }>;

/** Events of a sampling code's stream. */
export type SamplingCodeEvent = SamplingCodeIssued | SamplingCodeUsed;

/** Events of a tube's stream. */
export type SampleEvent = SampleRegistered | ResultRecorded | BarcodeLocked | BarcodeReleased | ResultCorrected | ResultWithdrawn;
