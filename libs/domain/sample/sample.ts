import type { CitizenId, InstitutionId, Private, SampleId } from '../../kernel/index.js';
import type { SampleEvent, TestResult } from './events.js';

interface Tube {
  readonly sample: SampleId;
  readonly clinic: InstitutionId;
  readonly citizen: CitizenId;
  /** True from a row that named somebody else until a registrar releases it. */
  readonly locked: boolean;
}

/** A tube that a laboratory reported on: `recorded` is what it said first, `standing` what holds now. */
export type Reported = { readonly status: 'reported'; readonly recorded: Private<TestResult>; readonly standing: Private<TestResult> } & Tube;

/** One tube under its clinic's barcode. A withdrawn one has no standing result to misuse. */
export type Sample =
  | { readonly status: 'none' }
  | ({ readonly status: 'registered' } & Tube)
  | Reported
  | ({ readonly status: 'withdrawn'; readonly recorded: Private<TestResult> } & Tube);

/** A tube that somebody registered. */
export type Registered = Exclude<Sample, { status: 'none' }>;

/** Before anything happened. */
export const NO_SAMPLE: Sample = { status: 'none' };

/** Folds a tube's history; accepts it as it is. */
export function evolveSample(before: Sample, { type, data }: SampleEvent): Sample {
  const { sample, clinic, citizen } = data;
  const tube = { sample, clinic, citizen, locked: before.status !== 'none' && before.locked };
  switch (type) {
    case 'SampleRegistered':
      return { status: 'registered', ...tube };
    case 'ResultRecorded':
    case 'ResultCorrected':
      return { status: 'reported', ...tube, recorded: firstOf(before) ?? data.result, standing: data.result };
    case 'ResultWithdrawn':
      return withdrawn(before, tube);
    case 'BarcodeLocked':
      return before.status === 'none' ? before : { ...before, locked: true };
    case 'BarcodeReleased':
      return before.status === 'none' ? before : { ...before, locked: false };
  }
}

const firstOf = (before: Sample): Private<TestResult> | undefined => (before.status === 'reported' || before.status === 'withdrawn' ? before.recorded : undefined);

function withdrawn(before: Sample, tube: Tube): Sample {
  const recorded = firstOf(before);
  return recorded === undefined ? before : { status: 'withdrawn', ...tube, recorded };
}
