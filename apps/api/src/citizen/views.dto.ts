import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString } from 'class-validator';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../../../../libs/domain/scope.js';
import { type Status, STATUSES } from '../../../../libs/domain/status/index.js';
import { IsCalendarDate, IsInstant, IsOptional, OrNull, ValidateNested } from '../edge/index.js';
import { NameAnswer } from '../shared/person.dto.js';

/** What you want to see, and why. */
export class ViewBody {
  static readonly example = { scope: 'results', purpose: 'FAMRQT' } satisfies ViewBody;
  @IsIn(SCOPES) readonly scope!: Scope;
  @IsIn(PURPOSES) readonly purpose!: Purpose;
}

/** One test: LOINC `test`, SNOMED CT `result`. */
export class ShownResultAnswer {
  static readonly example = { test: 'LP6464-4', result: '260415000', collectedAt: '2026-11-22T23:30:00.000Z', reportedAt: '2026-11-23T08:00:00.000Z', institution: 'haidian-clinic' } satisfies ShownResultAnswer;
  @IsString() readonly test!: string;
  @IsString() readonly result!: string;
  @IsInstant() readonly collectedAt!: string;
  @IsInstant() readonly reportedAt!: string;
  /** Not for guardians. */
  @IsOptional() @IsString() readonly institution?: string;
}

/** All that is ever shown of another person. `viewer` is you, by the name that stands in their log beside `disclosure`: to be shown across whatever is shown. `label` is your own word for whom you look at, from your request or your claim. The last two fields come with the scope `results` only. */
export class OtherViewAnswer {
  static readonly example = {
    disclosure: 'K7QF-2M9D',
    viewer: NameAnswer.example,
    label: 'Mum',
    surname: '王',
    status: 'clear',
    rule: 'cn-1',
    asOf: '2026-11-23',
    validUntil: '2026-11-24T23:30:00.000Z',
    results: [ShownResultAnswer.example],
  } satisfies OtherViewAnswer;
  @IsString() readonly disclosure!: string;
  @ValidateNested() @Type(() => NameAnswer) readonly viewer!: NameAnswer;
  @OrNull() @IsString() readonly label!: string | null;
  @IsString() readonly surname!: string;
  @IsIn(STATUSES) readonly status!: Status;
  @IsString() readonly rule!: string;
  @IsCalendarDate() readonly asOf!: string;
  @IsOptional() @OrNull() @IsInstant() readonly validUntil?: string | null;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => ShownResultAnswer) readonly results?: readonly ShownResultAnswer[];
}
