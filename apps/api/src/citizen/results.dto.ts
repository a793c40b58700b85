import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString } from 'class-validator';
import { IsInstant, OrNull, ValidateNested } from '../edge/index.js';

/** One of your results: LOINC test, SNOMED CT result; `sample` names it to the clinic, `corrected` says that it replaced another. */
export class OwnResultAnswer {
  static readonly example = {
    sample: '0f8fad5bd9cb469fa16570867728950e',
    test: 'LP6464-4',
    testName: null,
    result: '260415000',
    collectedAt: '2026-11-22T23:30:00.000Z',
    reportedAt: '2026-11-23T08:00:00.000Z',
    centre: 'Haidian clinic',
    corrected: false,
  } satisfies OwnResultAnswer;
  @IsString() readonly sample!: string;
  @IsString() readonly test!: string;
  @OrNull() @IsString() readonly testName!: string | null;
  @IsString() readonly result!: string;
  @IsInstant() readonly collectedAt!: string;
  @IsInstant() readonly reportedAt!: string;
  @OrNull() @IsString() readonly centre!: string | null;
  @IsBoolean() readonly corrected!: boolean;
}

/** Results that stand, newest collected first. */
export class OwnResultsAnswer {
  static readonly example = { results: [OwnResultAnswer.example] } satisfies OwnResultsAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OwnResultAnswer) readonly results!: readonly OwnResultAnswer[];
}
