import { Type } from 'class-transformer';
import { IsIn, IsString, ValidateNested } from 'class-validator';
import { type Status, STATUSES } from '../../../../libs/domain/status/index.js';
import { IsInstant, OrNull } from '../edge/index.js';

/** Surname, the last two characters of the number, the first three and last three digits of the phone. */
export class SelfViewAnswer {
  @IsString() readonly surname!: string;
  @IsString() readonly numberEnd!: string;
  @OrNull() @IsString() readonly phoneEnds!: string | null;
}

/** The result that a status rests on: LOINC test, SNOMED CT result, when the sample was taken. */
export class EvidenceAnswer {
  @IsString() readonly test!: string;
  @IsString() readonly result!: string;
  @IsInstant() readonly collectedAt!: string;
}

/** The status at `asOf`; it holds in [since, validUntil) unless a newer result comes. */
export class OwnCodeAnswer {
  @IsInstant() readonly asOf!: string;
  @IsString() readonly rule!: string;
  @IsIn(STATUSES) readonly status!: Status;
  @OrNull() @IsInstant() readonly since!: string | null;
  @OrNull() @IsInstant() readonly validUntil!: string | null;
  @OrNull() @ValidateNested() @Type(() => EvidenceAnswer) readonly evidence!: EvidenceAnswer | null;
}
