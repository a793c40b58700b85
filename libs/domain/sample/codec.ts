import { CitizenId, InstitutionId, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { eventCodec, flag, nullable, oneOf, parsed, record, sealedBy, text, time } from '../codec/index.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import type { SampleEvent, SamplingCodeEvent, TestResult } from './events.js';

const citizen = parsed(CitizenId);
const staff = parsed(StaffId);
const sampleId = parsed(SampleId);
const code = parsed(SamplingCodeId);
const clinic = parsed(InstitutionId);
const tube = { sample: sampleId, clinic, citizen, at: time };
const ownKey = (data: { readonly citizen: CitizenId }): string => data.citizen;
const testResult = record<TestResult>({
  test: text,
  disease: text,
  result: text,
  collectedAt: time,
  reportedAt: time,
  testName: nullable(text),
  manufacturer: nullable(text),
  centre: nullable(text),
  country: nullable(text),
  issuer: nullable(text),
});

/** How sampling codes are stored. */
export const samplingCodeCodec = eventCodec<SamplingCodeEvent>({
  SamplingCodeIssued: {
    version: 3,
    clear: { code, citizen, carrier: oneOf('app', 'card'), until: nullable(time), registrar: nullable(staff), office: nullable(clinic), policy, at: time },
    sealed: {},
    // The first version did not say who printed a card.
    upcasters: { 1: (json) => ({ ...json, registrar: null, office: null }), 2: unsaidPolicy },
  },
  SamplingCodeUsed: { version: 1, clear: { code, citizen, sample: sampleId, clinic, staff, at: time }, sealed: {} },
});

/** How samples and results are stored: whatever tells about the person under their key. */
export const sampleCodec = eventCodec<SampleEvent>({
  SampleRegistered: {
    version: 2,
    clear: { ...tube, staff },
    sealed: { flagged: sealedBy('person', ownKey, flag), collectedAt: sealedBy('person', ownKey, time), barcode: sealedBy('person', ownKey, text) },
    onceClear: { flagged: 1 },
    upcasters: { 1: (json) => json },
  },
  ResultRecorded: { version: 1, clear: tube, sealed: { result: sealedBy('person', ownKey, testResult) } },
  BarcodeLocked: { version: 1, clear: tube, sealed: {} },
  BarcodeReleased: { version: 1, clear: { ...tube, registrar: staff, office: clinic }, sealed: {} },
  ResultCorrected: {
    version: 1,
    clear: { ...tube, staff },
    sealed: { result: sealedBy('person', ownKey, testResult), reason: sealedBy('person', ownKey, text) },
  },
  ResultWithdrawn: { version: 1, clear: { ...tube, staff }, sealed: { reason: sealedBy('person', ownKey, text) } },
});
