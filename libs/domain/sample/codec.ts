import { CitizenId, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { eventCodec, flag, nullable, oneOf, parsed, record, sealedBy, text, time } from '../codec/index.js';
import { idsInstead, institution } from '../institution/written.js';
import { policy, unsaidPolicy } from '../policy/recorded.js';
import type { SampleEvent, SamplingCodeEvent, TestResult } from './events.js';

const citizen = parsed(CitizenId);
const staff = parsed(StaffId);
const sampleId = parsed(SampleId);
const code = parsed(SamplingCodeId);
const tube = { sample: sampleId, clinic: institution, citizen, at: time };
/** How a tube's clinic is read that the first version still named. */
const named = { upcasters: { 1: idsInstead('clinic') }, alikeSince: 1 };
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
    version: 4,
    clear: { code, citizen, carrier: oneOf('app', 'card'), until: nullable(time), registrar: nullable(staff), office: nullable(institution), policy, at: time },
    sealed: {},
    // The first version did not say who printed a card.
    upcasters: { 1: (json) => ({ ...json, registrar: null, office: null }), 2: unsaidPolicy, 3: idsInstead('office') },
    alikeSince: 3,
  },
  SamplingCodeUsed: { version: 2, clear: { code, citizen, sample: sampleId, clinic: institution, staff, at: time }, sealed: {}, ...named },
});

/** How samples and results are stored: whatever tells about the person under their key. */
export const sampleCodec = eventCodec<SampleEvent>({
  SampleRegistered: {
    version: 3,
    clear: { ...tube, staff },
    sealed: { flagged: sealedBy('person', ownKey, flag), collectedAt: sealedBy('person', ownKey, time), barcode: sealedBy('person', ownKey, text) },
    onceClear: { flagged: 1 },
    upcasters: { 1: (json) => json, 2: idsInstead('clinic') },
    alikeSince: 2,
  },
  ResultRecorded: { version: 2, clear: tube, sealed: { result: sealedBy('person', ownKey, testResult) }, ...named },
  BarcodeLocked: { version: 2, clear: tube, sealed: {}, ...named },
  BarcodeReleased: { version: 2, clear: { ...tube, registrar: staff, office: institution }, sealed: {}, upcasters: { 1: idsInstead('clinic', 'office') }, alikeSince: 1 },
  ResultCorrected: {
    version: 2,
    clear: { ...tube, staff },
    sealed: { result: sealedBy('person', ownKey, testResult), reason: sealedBy('person', ownKey, text) },
    ...named,
  },
  ResultWithdrawn: { version: 2, clear: { ...tube, staff }, sealed: { reason: sealedBy('person', ownKey, text) }, ...named },
});
