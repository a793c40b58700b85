import type { SampleEvent, SamplingCodeEvent, TestResult } from '../../libs/domain/sample/events.js';
import { CitizenId, open, parseInstant, SampleId, SamplingCodeId, StaffId } from '../../libs/kernel/index.js';
import { institutionId } from '../kit/institutions.js';

const at = parseInstant('2026-11-23T01:02:03.004Z');
const citizen = CitizenId('c1'.repeat(16));
const staff = StaffId('5f'.repeat(16));
const clinic = institutionId('clinic-east');
const sample = SampleId('5a'.repeat(16));
const code = SamplingCodeId('cd'.repeat(16));
const tube = { sample, clinic, citizen, at };
const result: TestResult = {
  test: 'LP6464-4',
  disease: '840539006',
  result: '260415000',
  collectedAt: parseInstant('2026-11-22T08:00:00Z'),
  reportedAt: parseInstant('2026-11-22T20:00:00Z'),
  testName: 'Roche LightCycler qPCR',
  manufacturer: '1232',
  centre: 'Policlinico Umberto I',
  country: 'IT',
  issuer: null,
};

/** An event of each type of a sampling code's stream. */
export const samplingCodeEvents: readonly SamplingCodeEvent[] = [
  { type: 'SamplingCodeIssued', data: { code, citizen, carrier: 'app', until: parseInstant('2026-11-23T01:12:03.004Z'), registrar: null, office: null, policy: 'cn-1', at } },
  { type: 'SamplingCodeUsed', data: { code, citizen, sample, clinic, staff, at } },
];

/** An event of each type of a sample's stream. */
export const sampleEvents: readonly SampleEvent[] = [
  { type: 'SampleRegistered', data: { ...tube, staff, flagged: open(true), collectedAt: open(result.collectedAt), barcode: open('URN:UVCI:01:IT:1#3') } },
  { type: 'ResultRecorded', data: { ...tube, result: open(result) } },
  { type: 'BarcodeLocked', data: tube },
  { type: 'BarcodeReleased', data: { ...tube, registrar: staff, office: institutionId('office-north') } },
  { type: 'ResultCorrected', data: { ...tube, staff, result: open({ ...result, result: '260373001' }), reason: open('mixed up') } },
  { type: 'ResultWithdrawn', data: { ...tube, staff, reason: open('broken tube') } },
];
