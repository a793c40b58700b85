import { IsBoolean, IsIn, IsInt, IsString, Min } from 'class-validator';
import { RESULTS, TEST_TYPES, type Verdict, VERDICTS } from '../../../../libs/domain/sample/index.js';
import { IsInstant, IsOptional, Length } from '../edge/index.js';

/** One row's verdict, in the order of the rows; `line` counts them from 1, empty lines left out. `sample` is there where the barcode is one of yours. */
export class RowVerdictAnswer {
  static readonly example = { line: 1, verdict: 'recorded', sample: '0f8fad5bd9cb469fa16570867728950e' } satisfies RowVerdictAnswer;
  @IsInt() @Min(1) readonly line!: number;
  @IsIn(VERDICTS) readonly verdict!: Verdict;
  @IsOptional() @IsString() readonly sample?: string;
}

/** What the result should have been (LOINC test, SNOMED CT result), and why; its free texts stay. */
export class CorrectionBody {
  static readonly example = {
    test: 'LP6464-4',
    result: '260373001',
    collectedAt: '2026-11-22T23:30:00.000Z',
    reportedAt: '2026-11-23T08:00:00.000Z',
    reason: 'Two tubes were mixed up',
  } satisfies CorrectionBody;
  @IsIn(TEST_TYPES) readonly test!: (typeof TEST_TYPES)[number];
  @IsIn(RESULTS) readonly result!: (typeof RESULTS)[number];
  @IsInstant() readonly collectedAt!: string;
  @IsInstant() readonly reportedAt!: string;
  @IsString() @Length(1, 500) readonly reason!: string;
}

/** Why the result is taken back. */
export class WithdrawalBody {
  static readonly example = { reason: 'The tube was contaminated' } satisfies WithdrawalBody;
  @IsString() @Length(1, 500) readonly reason!: string;
}

/** How the tube stands now. */
export class SampleStateAnswer {
  static readonly example = { sample: '0f8fad5bd9cb469fa16570867728950e', state: 'reported', locked: false } satisfies SampleStateAnswer;
  @IsString() readonly sample!: string;
  @IsIn(['registered', 'reported', 'withdrawn']) readonly state!: 'registered' | 'reported' | 'withdrawn';
  @IsBoolean() readonly locked!: boolean;
}
