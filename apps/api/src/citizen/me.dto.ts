import { Type } from 'class-transformer';
import { IsIn, IsString } from 'class-validator';
import { type Status, STATUSES } from '../../../../libs/domain/status/index.js';
import { IsInstant, OrNull, ValidateNested } from '../edge/index.js';

/** Surname, the last two characters of the number, the first three and last three digits of the phone. */
export class SelfViewAnswer {
  static readonly example = { surname: '王', numberEnd: '2X', phoneEnds: '138…678' } satisfies SelfViewAnswer;
  @IsString() readonly surname!: string;
  @IsString() readonly numberEnd!: string;
  @OrNull() @IsString() readonly phoneEnds!: string | null;
}

/** The result that a status rests on: LOINC test, SNOMED CT result, when the sample was taken. */
export class EvidenceAnswer {
  static readonly example = { test: 'LP6464-4', result: '260415000', collectedAt: '2026-11-22T23:30:00.000Z' } satisfies EvidenceAnswer;
  @IsString() readonly test!: string;
  @IsString() readonly result!: string;
  @IsInstant() readonly collectedAt!: string;
}

/** The status at `asOf`; it holds in [since, validUntil) unless a newer result comes. */
export class OwnCodeAnswer {
  static readonly example = { asOf: '2026-11-23T08:00:00.000Z', rule: 'cn-1', status: 'clear', since: '2026-11-22T23:30:00.000Z', validUntil: '2026-11-24T23:30:00.000Z', evidence: EvidenceAnswer.example } satisfies OwnCodeAnswer;
  @IsInstant() readonly asOf!: string;
  @IsString() readonly rule!: string;
  @IsIn(STATUSES) readonly status!: Status;
  @OrNull() @IsInstant() readonly since!: string | null;
  @OrNull() @IsInstant() readonly validUntil!: string | null;
  @OrNull() @ValidateNested() @Type(() => EvidenceAnswer) readonly evidence!: EvidenceAnswer | null;
}
