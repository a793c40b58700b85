import { accepted, type CitizenId, type Decision, type InstitutionId, type Instant, open, opened, refused, type SampleId, type StaffId } from '../../kernel/index.js';
import { checkTest } from './check-test.js';
import type { TestFault } from './codes.js';
import type { SampleEvent, TestResult } from './events.js';
import type { Registered, Sample } from './sample.js';

/** Why a command on a tube was refused. `not-found` is what every other clinic hears. */
export type SampleRefusal = 'not-found' | 'conflict-of-interest' | 'barcode-taken' | 'barcode-locked' | 'no-result' | TestFault;

type SampleDecision = Decision<SampleEvent, SampleRefusal>;

/** A clinic puts a barcode on a tube. */
export interface RegisterSample {
  readonly sample: SampleId;
  readonly clinic: InstitutionId;
  readonly citizen: CitizenId;
  readonly staff: StaffId;
  readonly flagged: boolean;
  readonly collectedAt: Instant;
  readonly barcode: string;
  readonly at: Instant;
}

/** A barcode is put on one tube, once: scanned anew it would show again whose it is, and nobody would hear of it. A retry under the same key is answered before this is asked. */
export function register({ sample, clinic, citizen, staff, flagged, collectedAt, barcode, at }: RegisterSample, tube: Sample): SampleDecision {
  if (tube.status !== 'none') return refused('barcode-taken', 'barcode');
  if (collectedAt > at) return refused('time', 'collectedAt');
  return accepted({ type: 'SampleRegistered', data: { sample, clinic, citizen, staff, flagged: open(flagged), collectedAt: open(collectedAt), barcode: open(barcode), at } });
}

/**
 * A member of staff acts on a tube. `tied`: it is their own, or that of somebody they have or lately had a private tie with. That is looked at last: an act
 * that would leave no trace for anybody must not tell them which tubes are of people close to them.
 */
export interface StaffAct {
  readonly staff: StaffId;
  readonly institution: InstitutionId;
  readonly tied: boolean;
  readonly at: Instant;
}

/** A registrar lets rows in again; one that is not locked stays as it is. */
export function release({ staff, institution, tied, at }: StaffAct, tube: Sample): SampleDecision {
  if (tube.status === 'none') return refused('not-found');
  if (!tube.locked) return accepted();
  if (tied) return refused('conflict-of-interest');
  return accepted({ type: 'BarcodeReleased', data: { ...namesOf(tube), registrar: staff, office: institution, at } });
}

/** What a correction puts in the place of the standing result; its free texts stay. */
export type Correction = Pick<TestResult, 'test' | 'result' | 'collectedAt' | 'reportedAt'>;

/** The clinic says what the result should have been. One that changes nothing is not recorded; nor is it told to be none to somebody tied, who could go on guessing until it is. */
export function correct(act: StaffAct & { readonly correction: Correction; readonly reason: string }, tube: Sample): SampleDecision {
  if (!isTheirs(act, tube)) return refused('not-found');
  const standing = standingOf(tube);
  if (standing === undefined) return refused('no-result');
  if (tube.locked) return refused('barcode-locked');
  const result = { ...standing, ...act.correction };
  const fault = checkTest(result, act.at);
  if (fault !== undefined) return refused(fault, fieldOf(fault, result, act.at));
  if (act.tied) return refused('conflict-of-interest');
  if (sameCorrection(standing, result)) return accepted();
  return accepted({ type: 'ResultCorrected', data: { ...namesOf(tube), staff: act.staff, result: open(result), reason: open(act.reason), at: act.at } });
}

/** The clinic takes the result back: it counts no more. Twice changes nothing. */
export function withdraw(act: StaffAct & { readonly reason: string }, tube: Sample): SampleDecision {
  if (!isTheirs(act, tube)) return refused('not-found');
  if (tube.status === 'withdrawn') return accepted();
  if (tube.status !== 'reported') return refused('no-result');
  if (act.tied) return refused('conflict-of-interest');
  return accepted({ type: 'ResultWithdrawn', data: { ...namesOf(tube), staff: act.staff, reason: open(act.reason), at: act.at } });
}

const isTheirs = ({ institution }: StaffAct, tube: Sample): tube is Registered => tube.status !== 'none' && tube.clinic === institution;

const standingOf = (tube: Registered): TestResult | undefined => (tube.status === 'reported' ? opened(tube.standing) : undefined);

const namesOf = ({ sample, clinic, citizen }: Registered) => ({ sample, clinic, citizen });

/** Which field of a correction a fault is in; it names no disease. */
function fieldOf(fault: TestFault, { collectedAt }: Correction, at: Instant): string | undefined {
  if (fault === 'time') return collectedAt > at ? 'collectedAt' : 'reportedAt';
  return fault === 'test-type' ? 'test' : fault === 'result' ? 'result' : undefined;
}

const sameCorrection = (a: Correction, b: Correction): boolean => a.test === b.test && a.result === b.result && a.collectedAt === b.collectedAt && a.reportedAt === b.reportedAt;
