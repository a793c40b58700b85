import { IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { PURPOSES, SCOPES } from '../../../../libs/domain/scope.js';
import { IsInstant } from '../edge/index.js';

/** A position of the log, in digits, or an RFC 3339 instant; without it, now. */
export class PointQuery {
  @IsOptional()
  @IsString()
  @Matches(/^(\d{1,18}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))$/)
  readonly at?: string;
}

/** Where reading begins: events after this position. */
export class AfterQuery {
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,18}$/)
  readonly after?: string;
}

/** An event with its sealed fields shut. */
export class ShutEventAnswer {
  @IsString() readonly position!: string;
  @IsString() readonly stream!: string;
  @IsString() readonly revision!: string;
  @IsString() readonly id!: string;
  @IsString() readonly type!: string;
  @IsInt() readonly version!: number;
  @IsObject() readonly data!: object;
}

/** A basis on which somebody could look; `as-age-allows` where age, which is sealed, has its say. */
export class CouldLookAnswer {
  @IsString() readonly basis!: string;
  @IsString() readonly viewer!: string;
  @IsString() readonly subject!: string;
  @IsIn(SCOPES) readonly scope!: string;
  @IsArray() @IsIn(PURPOSES, { each: true }) readonly purposes!: readonly string[];
  @IsInstant() readonly from!: string;
  @IsInstant() readonly until!: string;
  @IsIn(['yes', 'as-age-allows']) readonly answer!: string;
}

/** A view that was refused. */
export class WasRefusedAnswer {
  @IsString() readonly position!: string;
  @IsString() readonly basis!: string;
  @IsString() readonly viewer!: string;
  @IsIn(SCOPES) readonly scope!: string;
  @IsIn(PURPOSES) readonly purpose!: string;
  @IsInstant() readonly at!: string;
}

/** A view that was recorded. */
export class DidLookAnswer extends WasRefusedAnswer {
  @IsString() readonly rule!: string;
  @IsIn(['shown', 'withheld']) readonly shown!: string;
}

/** Who could look, who did and who was refused. */
export class AccessReportAnswer {
  @IsString() readonly position!: string;
  @IsInstant() readonly asOf!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CouldLookAnswer) readonly could!: readonly CouldLookAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DidLookAnswer) readonly did!: readonly DidLookAnswer[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => WasRefusedAnswer) readonly refused!: readonly WasRefusedAnswer[];
}
