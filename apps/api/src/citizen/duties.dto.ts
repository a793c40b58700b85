import { Type } from 'class-transformer';
import { IsArray, IsIn, IsString } from 'class-validator';
import { type Role, ROLES } from '../../../../libs/domain/staff/index.js';
import { IsInstant, ValidateNested } from '../edge/index.js';

/** A duty that you have until `until`, unless it is taken back before. */
export class DutyAnswer {
  static readonly example = { role: 'clinic', institution: 'haidian-clinic', until: '2027-02-21T08:00:00.000Z' } satisfies DutyAnswer;
  @IsIn(ROLES) readonly role!: Role;
  @IsString() readonly institution!: string;
  @IsInstant() readonly until!: string;
}

/** One a role. Empty for whoever is nobody's staff. */
export class DutiesAnswer {
  static readonly example = { duties: [DutyAnswer.example] } satisfies DutiesAnswer;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DutyAnswer) readonly duties!: readonly DutyAnswer[];
}
