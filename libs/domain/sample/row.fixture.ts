import { CitizenId, InstitutionId, parseInstant, SampleId, StaffId } from '../../kernel/index.js';
import type { LabRow } from './row.js';
import type { Holder } from './same-person.js';

/** A day on which the specs of tubes and rows play. */
export const NOON = parseInstant('2026-03-10T12:00:00Z');

/** Somebody with a name that has two spellings. */
export const HOLDER: Holder = { name: { family: 'Gößinger', given: 'Gabriele', familyLatin: 'GOESSINGER', givenLatin: 'GABRIELE' }, birthDate: '1998-02-26' };

/** A tube of theirs, at one clinic. */
export const TUBE = { sample: SampleId('3'.repeat(32)), clinic: InstitutionId('ea'.repeat(16)), citizen: CitizenId('1'.repeat(32)) } as const;

/** A member of that clinic's staff. */
export const NURSE = StaffId('5'.repeat(32));

const ROW = {
  nam: { fn: 'Gößinger', gn: 'Gabriele', fnt: 'GOESSINGER', gnt: 'GABRIELE' },
  dob: '1998-02-26',
  tg: '840539006',
  tt: 'LP6464-4',
  sc: '2026-03-10T08:00:00+01:00',
  dr: '2026-03-10T09:00:00Z',
  tr: '260415000',
  ci: 'A-1',
  nm: '',
  ma: '',
  tc: 'Centre 1',
  co: 'AT',
  is: '',
  source: '',
} as const satisfies LabRow;

/** A good row for that tube, changed as told. */
export const labRow = (change: Partial<LabRow> = {}): LabRow => ({ ...ROW, ...change });
