import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsString, ValidateNested } from 'class-validator';
import { IsInstant, OrNull } from '../edge/index.js';

/** One of your results: LOINC test, SNOMED CT result; `sample` names it to the clinic, `corrected` says that it replaced another. */
export class OwnResultAnswer {
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
  @IsArray() @ValidateNested({ each: true }) @Type(() => OwnResultAnswer) readonly results!: readonly OwnResultAnswer[];
}
